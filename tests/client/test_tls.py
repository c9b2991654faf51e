"""A name that is not the service's: nothing is sent to whoever answers."""

import asyncio
import datetime as dt
import ssl
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from client.clocks import QuickClock
from client.conftest import SKILL
from nemovideo_mcp.client import errors
from nemovideo_mcp.client.client import Client
from nemovideo_mcp.client.identity import Identity
from requirements import requirement

pytestmark = pytest.mark.anyio


@dataclass
class Impostor:
    """A TLS server with a certificate for another name; `heard` is what reached it in the clear."""

    url: str
    certificate: Path
    heard: list[bytes] = field(default_factory=list)


def _certificate(folder: Path, name: str) -> tuple[Path, Path]:
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    certificate, secret = folder / "certificate.pem", folder / "key.pem"
    certificate.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    secret.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    return certificate, secret


@pytest.fixture
async def impostor(tmp_path: Path) -> AsyncIterator[Impostor]:
    """On this machine, under a certificate for elsewhere.example."""
    certificate, key = _certificate(tmp_path, "elsewhere.example")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    found = Impostor("", certificate)

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        found.heard.append(await reader.read(65_536))
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0, ssl=context)
    found.url = f"https://localhost:{server.sockets[0].getsockname()[1]}"
    try:
        yield found
    finally:
        server.close()


@requirement("HEAD-5", "AUTH-7")
@pytest.mark.parametrize("trusted", [True, False])
async def test_a_wrong_name_gets_nothing(
    impostor: Impostor, clock: QuickClock, tmp_path: Path, trusted: bool
) -> None:
    """Whether the signer is known or not: a clear error, no token, no header."""
    context = ssl.create_default_context(cafile=str(impostor.certificate) if trusted else None)
    identity = Identity(tmp_path / "identity", token="nmv_usr_mine")  # noqa: S106 - of a user who is not real
    async with (
        httpx.AsyncClient(verify=context) as http,
        Client(api_url=impostor.url, web_url="", identity=identity, clock=clock, http=http) as client,
    ):
        with pytest.raises(errors.Unreachable, match="certificate") as caught:
            await client.for_skill(SKILL).balance()
    assert not caught.value.sent
    assert not any(impostor.heard)
