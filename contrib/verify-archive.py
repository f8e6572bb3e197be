#!/usr/bin/env python3
"""Checks an exported archive: says what is intact and what is not. Needs only Python 3.

    python3 verify-archive.py FOLDER [--key KEY] [--journal DATA] [--unpack OUT]

--key KEY       the public key that the group has published; without it, anybody may have signed
--journal DATA  the folder data/ of `rapport export site`: also checks whether the archive belongs to this journal
--unpack OUT    writes the packed pages as plain HTML into a new folder

Ends with 0 if everything is intact, with 1 if not. Take this file from the project, not from the archive that you are checking.
"""
import argparse
import base64
import hashlib
import html
import json
import os
import re
import sys
import zlib

# Ed25519 as RFC 8032 has it: slow, and enough for one signature.
P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT = pow(2, (P - 1) // 4, P)


def add(a, b):
    x = (a[1] - a[0]) * (b[1] - b[0]) % P
    y = (a[1] + a[0]) * (b[1] + b[0]) % P
    t = 2 * a[3] * b[3] * D % P
    z = 2 * a[2] * b[2] % P
    e, f, g, h = y - x, z - t, z + t, y + x
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(n, point):
    total = (0, 1, 1, 0)
    while n > 0:
        if n & 1:
            total = add(total, point)
        point = add(point, point)
        n >>= 1
    return total


def point_of(data):
    """The point that 32 bytes stand for, or None where they stand for none."""
    number = int.from_bytes(data, "little")
    sign, y = number >> 255, number & ((1 << 255) - 1)
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P


BASE = point_of((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def is_signed(key, message, signature):
    if len(key) != 32 or len(signature) != 64:
        return False
    a, r = point_of(key), point_of(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    left, right = times(s, BASE), add(r, times(h, a))
    return (left[0] * right[2] - right[0] * left[2]) % P == 0 and (left[1] * right[2] - right[1] * left[2]) % P == 0


def check_signature(folder, key):
    """What is wrong with the signature of the manifest; what there is to know of the key."""
    with open(os.path.join(folder, "manifest.json"), "rb") as file:
        manifest = file.read()
    try:
        with open(os.path.join(folder, "manifest.sig"), encoding="utf-8") as file:
            signed = json.load(file)
        own, signature = base64.b64decode(signed["publicKey"]), base64.b64decode(signed["signature"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        return ["manifest.sig cannot be read: %s" % error]
    if key is None:
        print("The key is %s: compare it with what the group has published." % signed["publicKey"])
    elif base64.b64decode(key) != own:
        return ["It is signed with another key: %s" % signed["publicKey"]]
    return [] if is_signed(own, manifest, signature) else ["manifest.json is not what was signed"]


def check_files(folder, manifest):
    wrong, known = [], {"manifest.json", "manifest.sig"}
    for entry in manifest["files"]:
        name = entry["name"]
        known.add(name)
        path = os.path.join(folder, *name.split("/"))
        if not os.path.isfile(path):
            wrong.append("%s is missing" % name)
            continue
        digest = hashlib.sha256()
        with open(path, "rb") as file:
            for piece in iter(lambda: file.read(1 << 20), b""):
                digest.update(piece)
        if digest.hexdigest() != entry["sha256"]:
            wrong.append("%s was changed" % name)
    for at, _, names in os.walk(folder):
        for name in names:
            path = os.path.relpath(os.path.join(at, name), folder).replace(os.sep, "/")
            if path not in known:
                wrong.append("%s does not belong to it" % path)
    return wrong


def rows(data, table):
    with open(os.path.join(data, table + ".jsonl"), encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def check_journal(manifest, data):
    """Counts the chain of a journal anew, and compares the links that the archive knows."""
    links = {link["position"]: link["hash"] for link in manifest["journal"]}
    lines = {line["id"]: line for line in rows(data, "journal")}
    before, wrong = bytes(32), []
    for link in sorted(rows(data, "journal_link"), key=lambda row: row["position"]):
        line = lines[link["journal_id"]]
        day, clock = re.match(r"(\S{10})[T ]([\d:]{8})", line["at"]).groups()
        part = (re.search(r"\.(\d+)", line["at"]) or [0, ""])[1].ljust(3, "0")[:3]
        told = [line["id"], "%sT%s.%sZ" % (day, clock, part)]
        told += [line[name] for name in ("person_id", "behind_id", "via", "action", "subject", "group_id", "details")]
        text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
        before = hashlib.sha256(before + text.encode()).digest()
        if before.hex() != link["hash"].replace("\\x", ""):
            return ["The journal was changed: line %d does not fit its chain" % line["id"]]
        if links.pop(link["position"], before.hex()) != before.hex():
            wrong.append("The archive is of another journal: link %d differs" % link["position"])
    return wrong + ["The journal lacks link %d, which the archive knows" % position for position in links]


def open_pack(path):
    """The text of a pack: fifteen bits of each character, compressed."""
    with open(path, "rb") as file:
        text = file.read().decode("utf-16")
    length, packed = re.match(r'archive\.pack\("[^"]*",(\d+),"(.*)"\)$', text, re.S).groups()
    bits = "".join(format(ord(letter) - 0x3000, "015b") for letter in packed)
    bits += "0" * (-len(bits) % 8)
    data = int(bits or "0", 2).to_bytes(len(bits) // 8, "big")
    return zlib.decompress(data[: int(length)], -15).decode()


def unpack(folder, out):
    os.makedirs(out)
    way = os.path.relpath(folder, out).replace(os.sep, "/")
    for name in os.listdir(os.path.join(folder, "pages")):
        if not re.match(r"\d+\.js$", name):
            continue
        for at, line in enumerate(open_pack(os.path.join(folder, "pages", name)).split("\n")):
            page = json.loads(line)
            main = re.sub(r'(href|src)="(?![a-z]+:|#|page\.html)', r'\1="%s/' % way, page["main"])
            main = re.sub(r'href="page\.html\?(\d+)\.(\d+)', r'href="\1-\2.html', main)
            head = '<!doctype html><html lang="%s"><meta charset="utf-8"><title>%s</title>' % (page["lang"], html.escape(page["title"]))
            with open(os.path.join(out, "%s-%d.html" % (name[:-3], at)), "w", encoding="utf-8") as file:
                file.write(head + main)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    for name in ("--key", "--journal", "--unpack"):
        parser.add_argument(name)
    asked = parser.parse_args()
    try:
        with open(os.path.join(asked.folder, "manifest.json"), encoding="utf-8") as file:
            manifest = json.load(file)
        wrong = check_signature(asked.folder, asked.key) + check_files(asked.folder, manifest)
        if asked.journal:
            wrong += check_journal(manifest, asked.journal)
    except (OSError, ValueError, KeyError, TypeError) as error:
        wrong = ["It cannot be read: %r" % error]
    for sentence in wrong:
        print("NOT WHOLE: %s." % sentence)
    if not wrong:
        print("Whole: %s as of %s, %d files as they were signed." % (manifest["address"], manifest["createdAt"], len(manifest["files"])))
        if asked.unpack:
            unpack(asked.folder, asked.unpack)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
