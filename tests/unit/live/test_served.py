"""The server as it runs: who is answered, who is refused, and how it ends."""

import json
import socket
import sys
import time
from contextlib import closing, contextmanager
from http.client import HTTPConnection

import pytest
from click.testing import CliRunner
from tests.live_server import preview, wait_for
from tests.papers import STORIES, write_paper

from printpress.cli import main
from printpress.live.server import own_files

NAME = "/files/stories/market.md"


@pytest.fixture(scope="module")
def paper(tmp_path_factory):
    folder = tmp_path_factory.mktemp("served")
    write_paper(folder, {})
    return folder


@pytest.fixture(scope="module")
def running(paper):
    with preview(paper / "issues" / "2025-09-05") as server:
        yield server


class Caller:
    """A browser's part, word for word."""

    def __init__(self, running):
        self.running = running

    def __call__(self, method, path, body=None, cookie=True, **headers):
        port = self.running.port
        sent = {"Host": f"127.0.0.1:{port}"}
        if cookie:
            sent["Cookie"] = f"printpress-{port}={self.running.key}"
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        sent |= named
        connection = HTTPConnection("127.0.0.1", port, timeout=10)
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        if body is not None and "Transfer-Encoding" not in sent:
            sent.setdefault("Content-Length", str(len(body)))
        for name, value in sent.items():
            if value is not None:
                connection.putheader(name, value)
        connection.endheaders()
        if body:
            connection.send(body)
        answer = connection.getresponse()
        if answer.getheader("content-type", "").startswith("text/event-stream"):
            return answer, connection
        with closing(connection):
            return answer, answer.read()

    @contextmanager
    def watch(self):
        """An open stream of news."""
        answer, connection = self("GET", "/events")
        with closing(connection), closing(answer):
            yield answer

    def ours(self):
        """Headers of our own page's writes."""
        return {
            "Origin": f"http://127.0.0.1:{self.running.port}",
            "Sec_Fetch_Site": "same-origin",
            "X_Printpress_Key": self.running.key,
            "Content_Type": "application/json",
        }

    def put(self, text, seen, **changes):
        body = json.dumps({"text": text, "seen": seen}).encode()
        return self("PUT", NAME, body, **{**self.ours(), **changes})

    def opened(self):
        return json.loads(self("GET", NAME)[1])


@pytest.fixture
def call(running):
    return Caller(running)


def test_the_page_is_given_to_whoever_has_the_address(running, call):
    answer, body = call("GET", f"/?key={running.key}", cookie=False)
    assert answer.status == 200
    assert running.key in answer.getheader("set-cookie")
    assert "HttpOnly" in answer.getheader("set-cookie")
    assert b"{{" not in body


@pytest.mark.parametrize(
    ("accepted", "lang"), [("zh-CN,en;q=0.5", "zh-CN"), ("en", "en")]
)
def test_the_language_is_the_browsers(call, accepted, lang):
    _, body = call("GET", "/", Accept_Language=accepted)
    assert f'<html lang="{lang}"'.encode() in body


@pytest.mark.parametrize("path", ["/", "/panel", "/events", NAME, "/pictures/a.jpg"])
def test_nobody_else_on_this_machine_is_answered(call, path):
    assert call("GET", path, cookie=False)[0].status == 403
    assert call("GET", f"{path}?key=guessed", cookie=False)[0].status == 403


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:{port}",
        "127.0.0.1",
        "127.0.0.1.nip.io:{port}",
        None,
        "",
    ],
)
def test_another_host_is_refused(running, call, host):
    named = host and host.format(port=running.port)
    assert call("GET", "/panel", Host=named)[0].status in (400, 421)


@pytest.mark.parametrize("host", ["localhost", "[::1]", "127.0.0.1"])
def test_this_machine_by_any_of_its_names_is_answered(running, call, host):
    assert call("GET", "/panel", Host=f"{host}:{running.port}")[0].status == 200


@pytest.mark.parametrize(
    "changes",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": None},
        {"Origin": "http://127.0.0.1:1"},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
        {"X_Printpress_Key": None},
        {"X_Printpress_Key": "guessed"},
        {"cookie": False},
    ],
)
def test_another_page_cannot_write(paper, call, changes):
    before = (paper / STORIES / "market.md").read_bytes()
    opened = call.opened()
    answer, _ = call.put("改了", opened["version"], **changes)
    assert answer.status == 403
    assert (paper / STORIES / "market.md").read_bytes() == before


def test_a_story_is_saved_and_a_conflict_shows_both(paper, call):
    file = paper / STORIES / "market.md"
    before = file.read_text("utf-8")
    opened = call.opened()
    answer, body = call.put(before + "\n又一段。\n", opened["version"])
    assert answer.status == 200
    saved = json.loads(body)
    assert file.read_text("utf-8") == before + "\n又一段。\n"
    answer, body = call.put("我的", opened["version"])
    assert answer.status == 409
    assert json.loads(body)["text"] == before + "\n又一段。\n"
    assert file.read_text("utf-8") == before + "\n又一段。\n"
    assert call.put(before, saved["version"])[0].status == 200


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"{}",
        b'{"text": 1, "seen": "a"}',
        b'{"text": "a", "seen": 1}',
        b"\xff",
        b"[" * 100_000,
        b'{"text": "\\ud800", "seen": "a"}',
    ],
)
def test_what_is_no_story_is_refused(call, body):
    assert call("PUT", NAME, body, **call.ours())[0].status == 400


@pytest.mark.parametrize(
    "path",
    [
        "/files/../../layouts/house.yaml",
        "/files/..%2f..%2flayouts/house.yaml",
        "/files/%2e%2e/%2e%2e/layouts/house.yaml",
        "/files//etc/passwd",
        "/files/%2fetc%2fpasswd",
        "/files/stories",
        "/files/stories/",
        "/files/",
        "/static/",
        "/static/index.html",
        "/static/../server.py",
        "/static/..%2fserver.py",
        "/pictures/../panel",
        "/nothing",
    ],
)
def test_paths_outside_and_folders_are_not_there(call, path):
    assert call("GET", path)[0].status == 404


def test_a_large_body_is_refused_by_its_length(call):
    answer, _ = call("PUT", NAME, b"", Content_Length=str(10**9), **call.ours())
    assert answer.status == 413


def test_a_large_body_is_refused_while_it_comes(running, call):
    """Told no length, sent in pieces: read no further than allowed."""
    with socket.create_connection(("127.0.0.1", running.port), timeout=10) as wire:
        head = [f"PUT {NAME} HTTP/1.1", f"Host: 127.0.0.1:{running.port}"]
        head += [f"Cookie: printpress-{running.port}={running.key}"]
        head += [f"{n.replace('_', '-')}: {v}" for n, v in call.ours().items()]
        head += ["Transfer-Encoding: chunked", "", ""]
        wire.sendall("\r\n".join(head).encode())
        piece = b"a" * 65536
        sent = 0
        try:
            while sent < 50_000_000:
                wire.sendall(b"10000\r\n" + piece + b"\r\n")
                sent += len(piece)
        except OSError:
            pass  # it has hung up, as it should
        assert sent < 40_000_000
        try:
            answer = wire.recv(64)
        except ConnectionError:
            return
        assert b"413" in answer


@pytest.mark.parametrize("method", ["POST", "DELETE", "PATCH", "OPTIONS", "BREW"])
@pytest.mark.parametrize("path", ["/", "/panel", "/events", NAME])
def test_no_other_method_is_known(call, method, path):
    assert call(method, path, b"", **call.ours())[0].status == 405


def test_every_answer_is_private_and_runs_no_other_script(call):
    for path in ("/", "/static/main.js", "/panel", "/nothing", NAME):
        answer, _ = call("GET", path)
        assert answer.getheader("cache-control") == "no-store"
        policy = answer.getheader("content-security-policy")
        assert "default-src 'none'" in policy
        assert "script-src 'self'" in policy
        assert "unsafe" not in policy
        assert answer.getheader("x-content-type-options") == "nosniff"


def test_the_page_holds_no_script_style_or_address_of_its_own():
    html = own_files()["index.html"].decode()
    assert "<style" not in html
    assert " style=" not in html
    assert " on" not in {part[:3] for part in html.split("<")}
    assert html.count("<script") == html.count('<script type="module" src="/static/')
    for name, contents in own_files().items():
        assert b"https://" not in contents, name
        assert contents.count(b"http://") == contents.count(b"http://www.w3.org/"), name


def events(answer):
    """Each event's facts as they come."""
    while line := answer.fp.readline():
        if line.startswith(b"data: "):
            yield json.loads(line[6:])


def test_a_saved_file_is_told_to_every_watcher_and_a_slow_one_blocks_nobody(
    paper, call
):
    file = paper / STORIES / "market.md"
    before = file.read_text("utf-8")
    with call.watch(), call.watch() as quick:  # the first is never read from
        stream = events(quick)
        first = next(one for one in stream if one["asked"])
        file.write_text(before.replace("早市", "夜市"), "utf-8")
        start = time.monotonic()
        changed = next(one for one in stream if one["pages"] != first["pages"])
        assert time.monotonic() - start < 5
        picture = changed["pages"][0]["picture"]
        sizes = []
        for detail in (1, 2, 4):
            answer, body = call("GET", f"/pictures/{picture}@{detail}.jpg")
            assert answer.status == 200
            assert body.startswith(b"\xff\xd8")
            sizes.append(len(body))
        assert sizes == sorted(sizes)
        assert call("GET", f"/pictures/{picture}@3.jpg")[0].status == 404
    file.write_text(before, "utf-8")


def answers(address, port):
    """Whether anybody listens there."""
    try:
        socket.create_connection((address, port), timeout=1).close()
    except OSError:
        return False
    return True


def test_only_this_machine_can_reach_it(running):
    own = {str(found[4][0]) for found in socket.getaddrinfo(socket.gethostname(), None)}
    others = {one for one in own if not one.startswith(("127.0.0.1", "::1"))}
    assert answers("127.0.0.1", running.port)
    assert not any(answers(one, running.port) for one in {*others, "127.0.0.2"})


@pytest.mark.skipif(not socket.has_ipv6, reason="no IPv6 here")
def test_it_can_be_reached_by_ipv6_only_if_asked(paper, running):
    assert not answers("::1", running.port)
    with preview(paper / "issues" / "2025-09-05", "--host", "::1") as six:
        assert six.url.startswith("http://[::1]:")
        assert answers("::1", six.port)
        assert not answers("127.0.0.1", six.port)


def test_a_second_preview_of_the_same_issue_works_beside_it(paper, running):
    with preview(paper / "issues" / "2025-09-05", "--host", "127.0.0.1") as second:
        assert second.port != running.port
        assert Caller(second)("GET", "/panel")[0].status == 200
        assert Caller(running)("GET", "/panel")[0].status == 200


def test_ctrl_c_ends_it_cleanly_with_watchers_still_there(paper, tmp_path):
    log = tmp_path / "errors.txt"
    with preview(paper / "issues" / "2025-09-05", log=log) as running:
        call = Caller(running)
        with call.watch():
            wait_for(lambda: json.loads(call("GET", "/panel")[1])["fits"])
            start = time.monotonic()
            assert running.interrupt() == 0
            assert time.monotonic() - start < 4
    assert log.read_text() == ""


def said(*command):
    return CliRunner().invoke(main, ["live", *command, "--lang", "en"])


def test_a_port_that_is_taken_is_told(paper, running):
    told = said(str(paper / "issues" / "2025-09-05"), "--port", str(running.port))
    assert told.exit_code == 1
    assert (
        f"error[port-taken]: another program already uses port {running.port}"
        in told.stderr
    )


def test_a_missing_library_gives_the_line_that_installs_it(paper, monkeypatch):
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    monkeypatch.delitem(sys.modules, "printpress.live.run", raising=False)
    told = said(str(paper / "issues" / "2025-09-05"))
    assert told.exit_code == 1
    assert 'pip install "printpress[live]"' in told.stderr
    assert "Traceback" not in told.output


def test_an_issue_that_is_not_there_is_told(tmp_path):
    told = said(str(tmp_path))
    assert told.exit_code == 1
    assert "missing-file" in told.stderr
