"""An identity provider by Lasso, on which mod_auth_mellon stands: it reads our metadata, takes our request and answers it.

Arguments: our metadata, its own, its key, its certificate (files), the query of the request, and what it says of somebody (JSON).
"""

import json
import sys
from datetime import datetime, timedelta, timezone

import lasso

metadata, own, key, certificate, query, said = sys.argv[1:7]
server = lasso.Server(own, key, None, certificate)
server.signatureMethod = lasso.SIGNATURE_METHOD_RSA_SHA256
server.addProvider(lasso.PROVIDER_ROLE_SP, metadata)
login = lasso.Login(server)
login.processAuthnRequestMsg(query)
login.validateRequestMsg(True, True)
now = datetime.now(timezone.utc)


def instant(seconds):
    return (now + timedelta(seconds=seconds)).strftime('%Y-%m-%dT%H:%M:%SZ')


login.buildAssertion(lasso.SAML2_AUTHN_CONTEXT_PASSWORD, instant(0), instant(300), instant(-60), instant(300))
statement = lasso.Saml2AttributeStatement()
attributes = []
for name, value in json.loads(said).items():
    text = lasso.MiscTextNode.newWithString(value)
    text.textChild = True
    node = lasso.Saml2AttributeValue()
    node.any = [text]
    attribute = lasso.Saml2Attribute()
    attribute.name = name
    attribute.nameFormat = lasso.SAML2_ATTRIBUTE_NAME_FORMAT_URI
    attribute.attributeValue = [node]
    attributes.append(attribute)
statement.attribute = attributes
login.assertion.attributeStatement = [statement]
login.buildAuthnResponseMsg()
answer = {'to': login.msgUrl, 'SAMLResponse': login.msgBody, 'RelayState': login.msgRelayState}
print(json.dumps({'reads': login.remoteProviderId, **answer}))
