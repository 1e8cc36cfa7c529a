#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Verifies a signed assertion with a library that is not ours (Debian's python3-jwcrypto).

    jose_verify.py RS384|ES384 < "a JWK Set in one line, then the assertion in one line"

Prints "good ISSUER", "bad", or "no library".
"""
import json
import sys

try:
    from jwcrypto import jwk, jws
except ImportError:
    print("no library")
    sys.exit(0)

keys = jwk.JWKSet.from_json(sys.stdin.readline())
text = sys.stdin.readline().strip()
token = jws.JWS()
token.deserialize(text)
token.allowed_algs = [sys.argv[1]]
try:
    token.verify(keys.get_key(token.jose_header["kid"]))
except jws.InvalidJWSSignature:
    print("bad")
    sys.exit(0)
print("good " + json.loads(token.payload)["iss"])
