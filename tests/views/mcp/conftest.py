"""Clients of the SDK at a server over the shipped examples: one on standard input and output, one over HTTP."""

import os
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from anyio.from_thread import BlockingPortal, start_blocking_portal
from mcp import Client, MCPError
from mcp.client.stdio import StdioServerParameters

COMMAND = ["-c", "from dragoman.views.cli import main; main()", "mcp", "--store"]


@dataclass
class Caller:
    """A client as tests use it, without `await`."""

    portal: BlockingPortal
    client: Client

    def call(self, tool, **arguments):
        return self.portal.call(self.client.call_tool, tool, arguments)

    def answer(self, tool, **arguments):
        """What a tool answers, which the client has checked against the schema."""
        result = self.call(tool, **arguments)
        assert not result.is_error, result.content
        return result.structured_content

    def error(self, tool, **arguments):
        """The words of the error that a tool gives."""
        result = self.call(tool, **arguments)
        assert result.is_error, result.structured_content
        return result.content[0].text

    def read(self, address):
        (content,) = self.portal.call(self.client.read_resource, address).contents
        return content

    def read_error(self, address):
        with pytest.raises(MCPError) as caught:
            self.portal.call(self.client.read_resource, address)
        return caught.value

    def list(self, what):
        return self.portal.call(getattr(self.client, f"list_{what}"))


@contextmanager
def caller(server, **options):
    with (
        start_blocking_portal() as portal,
        portal.wrap_async_context_manager(Client(server, **options)) as client,
    ):
        yield Caller(portal=portal, client=client)


def stdio(folder) -> StdioServerParameters:
    return StdioServerParameters(command=sys.executable, args=[*COMMAND, str(folder)], env=dict(os.environ))


@contextmanager
def over_http(folder):
    """A server over HTTP on a free port; gives its address."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    command = [sys.executable, *COMMAND, str(folder), "--http", "--port", str(port)]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as server:
        try:
            _await(port)
            yield f"http://127.0.0.1:{port}/mcp"
        finally:
            server.terminate()
            server.communicate()


def _await(port: int) -> None:
    deadline = time.monotonic() + 60
    while True:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)
        else:
            return


@pytest.fixture(scope="session")
def http_address(folder):
    with over_http(folder) as address:
        yield address


@pytest.fixture(scope="session", params=["stdio", "http"])
def server(request, folder):
    """A client of each transport, one after the other."""
    where = stdio(folder) if request.param == "stdio" else request.getfixturevalue("http_address")
    with caller(where) as asked:
        yield asked
