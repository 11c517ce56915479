"""What is sent with every answer, what is refused, and that texts from outside are shown and never run."""

import pytest
from lxml import html
from tests.views.web.conftest import client_of

from dragoman.records.document import Document
from dragoman.records.event import Coded
from dragoman.store import open_store
from dragoman.views.web.app import make_app
from dragoman.views.web.security import HEADERS

ODD = {
    "markup": "Estonia <b onclick=alert(1)>expelled</b> a diplomat. <img src=x onerror=alert(1)>",
    "script": "<script>alert(1)</script> </title><script>alert(2)</script> Estonia protested.",
    "closing": "]]> --> </textarea></article></body></html> {{ 7*7 }} {% raw %}",
    "long word": "a" * 5000,
    "right to left": "استدعت استونيا السفير \u202e gnorw \u202c שלום",
    "control": "Estonia\x00\x07\x1b[31m expelled\x7f a diplomat.",
    "surrogate pairs": "𝔈𝔰𝔱𝔬𝔫𝔦𝔞 🇪🇪 expelled a diplomat.",
}


@pytest.mark.parametrize("address", ["/", "/acts", "/nowhere", "/acts.json", "/static/style.css"])
def test_every_answer_has_the_headers(site, address):
    headers = site.get(address).headers
    assert {name: headers[name] for name in HEADERS} == HEADERS


def test_the_policy_allows_no_script_or_style_that_stands_in_a_page(site):
    policy = HEADERS["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    for address in ("/", "/acts", "/ledger", "/pairs/JPN/NATO", "/actors/JPN"):
        page = html.fromstring(site.get(address).text)
        assert page.xpath("//@style | //@*[starts-with(name(), 'on')]") == [], address
        assert page.xpath("//style | //script[not(@src)]") == [], address


def test_no_page_asks_anything_of_another_host(site):
    for address in ("/", "/acts", "/ledger", "/pairs/JPN/NATO"):
        page = html.fromstring(site.get(address).text)
        loaded = page.xpath("//script/@src | //link[@rel='stylesheet' or @rel='icon']/@href | //img/@src")
        assert all(path.startswith("/static/") for path in loaded)
    for name in ("style.css", "theme.js", "reader.js", "drop.js"):
        assert "//" not in site.get(f"/static/{name}").text.replace("// ", "")


@pytest.mark.parametrize(
    "headers",
    [{"origin": "http://evil.test"}, {"sec-fetch-site": "cross-site"}, {"origin": "null"}],
    ids=lambda headers: next(iter(headers.items())),
)
def test_a_form_of_another_site_is_refused(empty, headers):
    response = empty.post("/readings", data={"text": "x"}, headers=headers)
    assert response.status_code == 403
    assert empty.copyist.read == []


def test_a_form_of_this_site_is_taken(empty):
    response = empty.post("/readings", data={"text": "x"}, headers={"origin": "http://desk.test"})
    assert response.status_code == 303


def test_another_name_for_this_machine_is_refused(tmp_path):
    from fastapi.testclient import TestClient  # noqa: PLC0415 - beside the one that is used everywhere

    with TestClient(make_app(tmp_path, hosts=["localhost"]), base_url="http://rebound.test") as client:
        assert client.get("/").status_code == 400


def test_a_store_that_is_not_there_is_told_with_what_to_do(tmp_path):
    with client_of(tmp_path / "none") as client:
        response = client.get("/")
    assert response.status_code == 503
    assert "there is no store" in response.text
    assert "dragoman serve --store" in response.text


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_odd_texts_are_shown_whole_and_never_run(tmp_path, text):
    coded = Coded(document=Document(id="0dd", path="odd.txt", text=text, title=text[:90], outlet="<i>x"), events=())
    with open_store(tmp_path, create=True) as store:
        store.add([coded], coding="1")
    with client_of(tmp_path) as client:
        response = client.get("/documents/0dd")
        assert client.get("/documents/0dd.json").json()["coded"]["document"]["text"] == text
    assert response.status_code == 200
    page = html.fromstring(response.text)
    shown = "".join(page.find(".//div[@class='prose']").itertext())
    assert "".join(shown.split()) == "".join(visible_of(text).split())
    assert page.xpath("//article//script | //article//img | //article//b | //article//i") == []
    assert page.find("body/main") is not None


def visible_of(text: str) -> str:
    pictures = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\n\t"} | {0x7F: 0x2421}
    return text.translate(pictures | dict.fromkeys((0x202E, 0x202C), 0xFFFD))


def test_an_address_that_is_no_address_is_no_link(tmp_path):
    coded = Coded(document=Document(id="0dd", path="odd.txt", text="x", url="javascript:alert(1)"), events=())
    with open_store(tmp_path, create=True) as store:
        store.add([coded], coding="1")
    with client_of(tmp_path) as client:
        assert "javascript:" not in client.get("/documents/0dd").text
