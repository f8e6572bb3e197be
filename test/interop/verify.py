"""verify.py ANSWERS < MESSAGE: what dkimpy says of the DKIM signatures and the ARC sets; ANSWERS is JSON, TXT records by name."""
import json
import sys

import dkim

answers = json.loads(sys.argv[1])
message = sys.stdin.buffer.read()


def ask(name, timeout=5):
    if isinstance(name, bytes):
        name = name.decode()
    return answers.get(name.rstrip(".").lower(), "").encode() or None


count = sum(line.lower().startswith(b"dkim-signature:") for line in message.split(b"\r\n\r\n")[0].split(b"\r\n"))
verifier = dkim.DKIM(message)


def holds(i):
    try:
        return bool(verifier.verify(idx=i, dnsfunc=ask))
    except dkim.ValidationError:
        return False


cv, sets, reason = dkim.arc_verify(message, dnsfunc=ask)
print(json.dumps({
    "dkim": [holds(i) for i in range(count)],
    "arc": cv.decode() if isinstance(cv, bytes) else cv,
    "sets": len(sets),
    "reason": reason,
}))
