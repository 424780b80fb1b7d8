"""What a hostile provider says, and the reason for which each saying is refused."""

import hmac
import json
import time
from base64 import urlsafe_b64encode
from collections.abc import Callable
from typing import Any

from joserfc import jwt
from joserfc.jwk import ECKey, RSAKey

from services.api.auth.refusal import Reason
from tests.auth import world
from tests.auth.conftest import LEVEL
from tests.auth.hostile import CLIENT, Hostile, as_json, never

Change = Callable[[Hostile], None]


def claim(**changed: Any) -> Change:
    return lambda hostile: hostile.claims.update(changed)


def without(*names: str) -> Change:
    return lambda hostile: setattr(hostile, "without", names)


def header(**changed: Any) -> Change:
    return lambda hostile: hostile.header.update(changed)


def told(**changed: Any) -> Change:
    return lambda hostile: hostile.told.update(changed)


def answers(path: str, answer: Any) -> Change:
    return lambda hostile: hostile.answers.update({path: answer})


def part(content: object) -> str:
    return urlsafe_b64encode(json.dumps(content).encode()).rstrip(b"=").decode()


def alg_none(hostile: Hostile) -> None:
    hostile.sign = lambda claims: f"{part({'alg': 'none'})}.{part(claims)}."


def hs256_with_the_public_key(hostile: Hostile) -> None:
    def sign(claims: dict[str, Any]) -> str:
        signed = f"{part({'alg': 'HS256', 'kid': hostile.key.kid})}.{part(claims)}"
        mac = hmac.digest(hostile.key.as_pem(private=False), signed.encode(), "sha256")
        return f"{signed}.{urlsafe_b64encode(mac).rstrip(b'=').decode()}"

    hostile.sign = sign


def numbered_key_id(hostile: Hostile) -> None:
    hostile.sign = lambda claims: f"{part({'alg': 'RS256', 'kid': 7})}.{part(claims)}.AAAA"


def another_key_same_id(hostile: Hostile) -> None:
    other = RSAKey.generate_key(2048)
    hostile.sign = lambda claims: jwt.encode({"alg": "RS256", "kid": hostile.key.kid}, claims, other)


def unknown_key_id(hostile: Hostile) -> None:
    hostile.sign = lambda claims: hostile.signed(claims, kid="nothing")


def embedded_key(hostile: Hostile) -> None:
    other = RSAKey.generate_key(2048)
    hostile.sign = lambda claims: jwt.encode(
        {"alg": "RS256", "kid": "mine", "jwk": other.as_dict(private=False)}, claims, other
    )


def other_algorithm(hostile: Hostile) -> None:
    curve = ECKey.generate_key("P-256", auto_kid=True)
    hostile.answers["/jwks"] = as_json({"keys": [curve.as_dict(private=False)]})
    hostile.sign = lambda claims: jwt.encode({"alg": "ES256", "kid": curve.kid}, claims, curve)


def not_a_token(value: object) -> Change:
    return answers("/token", as_json({"access_token": "a", "token_type": "Bearer", "id_token": value}))


def metadata(**changed: Any) -> Change:
    return lambda hostile: hostile.answers.update(
        {"/.well-known/openid-configuration": as_json({**hostile.metadata(), **changed})}
    )


NOW = int(time.time())
DEEP = (200, {"content-type": "application/json"}, b'{"a":' * 100_000)
HUGE = (200, {"content-type": "application/json"}, b'{"a":"' + b"x" * 5_000_000 + b'"}')
BOMB = (200, {"content-type": "application/json", "content-encoding": "gzip"}, b"\x1f\x8b" + b"\0" * 50)
LOOP = (302, {"location": "/jwks"}, b"")

TOKENS: dict[str, tuple[Change, Reason]] = {
    "alg none": (alg_none, Reason.SIGNATURE),
    "HS256 with the public key": (hs256_with_the_public_key, Reason.SIGNATURE),
    "another key": (another_key_same_id, Reason.SIGNATURE),
    "unknown key id": (unknown_key_id, Reason.SIGNATURE),
    "a key in the header": (embedded_key, Reason.SIGNATURE),
    "an algorithm not agreed on": (other_algorithm, Reason.SIGNATURE),
    "key id is a number": (numbered_key_id, Reason.MALFORMED),
    "wrong iss": (claim(iss="https://evil.example"), Reason.ISSUER),
    "no iss": (without("iss"), Reason.ISSUER),
    "iss with a slash": (lambda h: h.claims.update(iss=h.issuer + "/"), Reason.ISSUER),
    "wrong aud": (claim(aud="another"), Reason.AUDIENCE),
    "no aud": (without("aud"), Reason.AUDIENCE),
    "aud is a number": (claim(aud=[1]), Reason.AUDIENCE),
    "two audiences, no azp": (claim(aud=[CLIENT, "another"]), Reason.AUDIENCE),
    "azp is another": (claim(aud=[CLIENT, "another"], azp="another"), Reason.AUDIENCE),
    "lone aud, azp is another": (claim(azp="another"), Reason.AUDIENCE),
    "expired": (claim(exp=NOW - 3600), Reason.TIME),
    "no exp": (without("exp"), Reason.TIME),
    "exp is a text": (claim(exp="99999999999"), Reason.TIME),
    "exp is true": (claim(exp=True), Reason.TIME),
    "exp is beyond all time": (claim(exp=1e300), Reason.TIME),
    "issued tomorrow": (claim(iat=NOW + 86400), Reason.TIME),
    "no iat": (without("iat"), Reason.TIME),
    "not before tomorrow": (claim(nbf=NOW + 86400), Reason.TIME),
    "another nonce": (claim(nonce="another"), Reason.NONCE),
    "no nonce": (without("nonce"), Reason.NONCE),
    "nonce is a list": (claim(nonce=["a"]), Reason.NONCE),
    "no sub": (without("sub"), Reason.SUBJECT),
    "empty sub": (claim(sub=""), Reason.SUBJECT),
    "blank sub": (claim(sub="  "), Reason.SUBJECT),
    "overlong sub": (claim(sub="s" * 256), Reason.SUBJECT),
    "sub is a number": (claim(sub=12), Reason.SUBJECT),
    "sub with a line break": (claim(sub="s\n1"), Reason.SUBJECT),
    "low level": (claim(loa=f"{LEVEL}Low"), Reason.LEVEL),
    "no level": (without("loa"), Reason.LEVEL),
    "level in another case": (claim(loa=f"{LEVEL}substantial"), Reason.LEVEL),
    "level is true": (claim(loa=True), Reason.LEVEL),
    "level is a list": (claim(loa=[f"{LEVEL}High"]), Reason.LEVEL),
    "a logout token": (header(typ="logout+jwt"), Reason.TYPE),
    "a logout token in disguise": (
        claim(events={"http://schemas.openid.net/event/backchannel-logout": {}}),
        Reason.TYPE,
    ),
    "an access token": (header(typ="application/at+jwt"), Reason.TYPE),
    "no token": (not_a_token(None), Reason.MALFORMED),
    "a number": (not_a_token(5), Reason.MALFORMED),
    "three dots": (not_a_token("..."), Reason.MALFORMED),
    "rubbish": (not_a_token("a.b.c"), Reason.MALFORMED),
    "huge token": (not_a_token("a" * 100_000 + ".b.c"), Reason.MALFORMED),
    "encrypted": (not_a_token("a.b.c.d.e"), Reason.MALFORMED),
    "header is a list": (not_a_token(f"{part([])}.{part({})}.x"), Reason.MALFORMED),
    "userinfo of another": (told(sub="s-2"), Reason.USERINFO_SUBJECT),
    "userinfo of nobody": (told(sub=None), Reason.USERINFO_SUBJECT),
    "another's CPR number": (told(**{"dk.cpr": world.STRANGER_CPR}), Reason.PERSON_UNKNOWN),
    "no CPR number": (told(**{"dk.cpr": "", "mitid.has_cpr": "false"}), Reason.PERSON_UNKNOWN),
    "CPR number is a number": (told(**{"dk.cpr": int(world.CPR)}), Reason.PERSON_UNKNOWN),
    "CPR number is true": (told(**{"dk.cpr": True, "mitid.has_cpr": "true"}), Reason.PERSON_UNKNOWN),
    "CPR number in Arabic digits": (
        told(**{"dk.cpr": world.CPR.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))}),
        Reason.PERSON_UNKNOWN,
    ),
}

BROKEN: dict[str, tuple[Change, Reason]] = {
    "token 500": (answers("/token", (500, {}, b"oops")), Reason.PROVIDER_UNAVAILABLE),
    "token no JSON": (answers("/token", (200, {}, b"<html>")), Reason.PROVIDER_UNAVAILABLE),
    "token a list": (answers("/token", as_json([])), Reason.PROVIDER_UNAVAILABLE),
    "token redirects": (answers("/token", (302, {"location": "/token"}, b"")), Reason.PROVIDER_UNAVAILABLE),
    "token huge": (answers("/token", HUGE), Reason.PROVIDER_UNAVAILABLE),
    "token deep": (answers("/token", DEEP), Reason.PROVIDER_UNAVAILABLE),
    "token error": (answers("/token", as_json({"error": "invalid_grant"}, 400)), Reason.PROVIDER_REFUSED),
    "token of an odd type": (
        answers("/token", as_json({"access_token": "a", "token_type": "mac", "id_token": "a.b.c"})),
        Reason.PROVIDER_UNAVAILABLE,
    ),
    "token without access": (
        answers("/token", as_json({"token_type": "Bearer", "expires_in": "soon"})),
        Reason.PROVIDER_UNAVAILABLE,
    ),
    "userinfo 500": (answers("/userinfo", (500, {}, b"")), Reason.PROVIDER_UNAVAILABLE),
    "userinfo a JWT": (answers("/userinfo", (200, {}, b"a.b.c")), Reason.PROVIDER_UNAVAILABLE),
    "userinfo packed": (answers("/userinfo", BOMB), Reason.PROVIDER_UNAVAILABLE),
    "userinfo hangs": (answers("/userinfo", never), Reason.PROVIDER_UNAVAILABLE),
    "keys empty": (answers("/jwks", as_json({"keys": []})), Reason.PROVIDER_UNAVAILABLE),
    "keys a text": (answers("/jwks", as_json({"keys": "none"})), Reason.PROVIDER_UNAVAILABLE),
    "keys broken": (
        answers("/jwks", as_json({"keys": [{"kty": "RSA"}, {"kty": 5}, 7, None]})),
        Reason.PROVIDER_UNAVAILABLE,
    ),
    "keys symmetric": (
        answers("/jwks", as_json({"keys": [{"kty": "oct", "k": "AAAA"}]})),
        Reason.PROVIDER_UNAVAILABLE,
    ),
    "keys in a loop": (answers("/jwks", LOOP), Reason.PROVIDER_UNAVAILABLE),
    "keys hang": (answers("/jwks", never), Reason.PROVIDER_UNAVAILABLE),
    "keys 500": (answers("/jwks", (500, {}, b"")), Reason.PROVIDER_UNAVAILABLE),
}

DISCOVERY: dict[str, tuple[Change, Reason]] = {
    "another issuer": (metadata(issuer="https://evil.example"), Reason.PROVIDER_ISSUER),
    "no issuer": (metadata(issuer=None), Reason.PROVIDER_ISSUER),
    "token endpoint elsewhere in clear": (
        metadata(token_endpoint="http://192.0.2.1/token"),
        Reason.PROVIDER_UNAVAILABLE,
    ),
    "keys from a file": (metadata(jwks_uri="file:///etc/passwd"), Reason.PROVIDER_UNAVAILABLE),
    "no endpoints": (metadata(authorization_endpoint=None), Reason.PROVIDER_UNAVAILABLE),
    "not found": (
        answers("/.well-known/openid-configuration", as_json({}, 404)),
        Reason.PROVIDER_UNAVAILABLE,
    ),
    "redirect": (
        answers("/.well-known/openid-configuration", (302, {"location": "/"}, b"")),
        Reason.PROVIDER_UNAVAILABLE,
    ),
    "huge": (answers("/.well-known/openid-configuration", HUGE), Reason.PROVIDER_UNAVAILABLE),
    "deep": (answers("/.well-known/openid-configuration", DEEP), Reason.PROVIDER_UNAVAILABLE),
}
