"""An identity provider by pysaml2, on which SATOSA stands: it reads our metadata, takes our request and answers it.

Arguments: our metadata, its key, its certificate (files), its entity id, the query of the request, what it says of somebody, and how (JSON).
"""

import base64
import json
import sys
from urllib.parse import parse_qs

from saml2 import BINDING_HTTP_POST, BINDING_HTTP_REDIRECT
from saml2.authn_context import PASSWORD
from saml2.config import IdPConfig
from saml2.saml import NAMEID_FORMAT_TRANSIENT, NameID
from saml2.server import Server

metadata, key, certificate, entity, query, said, how = sys.argv[1:8]
endpoints = {'single_sign_on_service': [('https://idp.northfield.example/sso', BINDING_HTTP_REDIRECT)]}
policy = {'default': {'name_form': 'urn:oasis:names:tc:SAML:2.0:attrname-format:uri', 'lifetime': {'minutes': 5}}}
settings = {
    'entityid': entity,
    'key_file': key,
    'cert_file': certificate,
    'xmlsec_binary': '/usr/bin/xmlsec1',
    'metadata': {'local': [metadata]},
    'service': {'idp': {'endpoints': {**endpoints}, 'policy': policy}},
}
idp = Server(config=IdPConfig().load(settings))
asked = idp.parse_authn_request(parse_qs(query)['SAMLRequest'][0], BINDING_HTTP_REDIRECT).message
to = idp.response_args(asked)
name = NameID(format=NAMEID_FORMAT_TRANSIENT, text='_somebody', sp_name_qualifier=to['sp_entity_id'])
options = json.loads(how)
answer = idp.create_authn_response(
    json.loads(said),
    in_response_to=to['in_response_to'],
    destination=to['destination'],
    sp_entity_id=to['sp_entity_id'],
    name_id=name,
    authn={'class_ref': PASSWORD, 'authn_auth': entity},
    sign_alg='http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    digest_alg='http://www.w3.org/2001/04/xmlenc#sha256',
    **options,
)


state = parse_qs(query).get('RelayState', [''])[0]
response = base64.b64encode(str(answer).encode()).decode()
print(json.dumps({'reads': to['sp_entity_id'], 'to': to['destination'], 'SAMLResponse': response, 'RelayState': state}))
