"""How the facts are written that the law wants printed (登记事项)."""

from printpress.diagnostics import Both
from printpress.spec.fields import Key
from printpress.spec.house import Registration
from printpress.spec.records import record
from printpress.spec.values import integer, text


def _words(name: str, en: str, zh: str, example: str) -> Key:
    return Key(name, text(example), Both(en, zh), default="")


REGISTRATION = record(
    lambda _, values: Registration(**values),
    _words(
        "number", "The serial number (CN) or licence.", "刊号或准印证号。", "CN 00-0000"
    ),
    _words("authority", "Who is in charge of the publisher.", "主管单位。", "溪桥镇"),
    _words("publisher", "Who publishes.", "主办或编印单位。", "溪桥晨报社"),
    _words("address", "The newsroom's address.", "社址。", "溪桥镇桥头街 1 号"),
    _words("postcode", "Its postcode.", "邮编。", "000000"),
    _words("phone", "The newsroom's telephone.", "电话。", "0000-0000000"),
    _words("hotline", "Telephone for complaints.", "监督电话。", "0000-0000001"),
    _words("distribution", "How it is distributed.", "发行方式。", "社区投递"),
    _words("advert_licence", "The advertising licence.", "广告登记。", "0000000"),
    _words("printer", "Who prints.", "承印单位。", "溪桥印务"),
    _words("price", "The price as printed.", "定价。", "免费"),
    _words("recipients", "Whom 内部资料 is sent to.", "发送对象。", "溪桥镇各村"),
    _words("copies", "How many copies are printed.", "印数。", "3000 份"),
    Key(
        "max_pages",
        integer(1, 999),
        Both("Pages the licence allows.", "许可的最多版数。"),
    ),
)
