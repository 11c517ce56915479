"""The words of numbers and money, in small letters, as English and its news wires write them."""

NUMBERS: dict[str, float] = {
    "one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0, "six": 6.0, "seven": 7.0, "eight": 8.0,
    "nine": 9.0, "ten": 10.0, "eleven": 11.0, "twelve": 12.0, "thirteen": 13.0, "fourteen": 14.0, "fifteen": 15.0,
    "sixteen": 16.0, "seventeen": 17.0, "eighteen": 18.0, "nineteen": 19.0, "twenty": 20.0, "thirty": 30.0,
    "forty": 40.0, "fifty": 50.0, "sixty": 60.0, "seventy": 70.0, "eighty": 80.0, "ninety": 90.0,
}  # fmt: skip
SCALES: dict[str, float] = {
    "dozen": 12.0, "score": 20.0, "hundred": 100.0, "thousand": 1e3, "million": 1e6, "mln": 1e6, "mn": 1e6,
    "billion": 1e9, "bln": 1e9, "bn": 1e9, "trillion": 1e12, "tln": 1e12, "tn": 1e12,
}  # fmt: skip
# The least that the plural says: "dozens" are two dozen or more.
PLURALS: dict[str, float] = {
    "tens": 20.0, "dozens": 24.0, "scores": 40.0, "hundreds": 200.0, "thousands": 2e3, "millions": 2e6, "billions": 2e9,
}  # fmt: skip
SIGNS: dict[str, str] = {
    "$": "USD", "us$": "USD", "a$": "AUD", "au$": "AUD", "c$": "CAD", "hk$": "HKD", "nz$": "NZD", "s$": "SGD",
    "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₺": "TRY", "₴": "UAH", "₪": "ILS",
}  # fmt: skip
MONEY: dict[str, str] = {
    "dollar": "USD", "dollars": "USD", "dlr": "USD", "dlrs": "USD", "usd": "USD", "euro": "EUR", "euros": "EUR",
    "eur": "EUR", "sterling": "GBP", "stg": "GBP", "gbp": "GBP", "pound": "GBP", "pounds": "GBP", "yen": "JPY",
    "yuan": "CNY", "renminbi": "CNY", "ruble": "RUB", "rubles": "RUB", "rouble": "RUB", "roubles": "RUB",
    "rupee": "INR", "rupees": "INR", "won": "KRW", "lira": "TRY", "liras": "TRY", "hryvnia": "UAH", "hryvnias": "UAH",
    "shekel": "ILS", "shekels": "ILS", "zloty": "PLN", "zlotys": "PLN", "kronor": "SEK", "kroner": "NOK",
    "franc": "CHF", "francs": "CHF", "marks": "DEM", "riyal": "SAR", "riyals": "SAR", "dirham": "AED", "dirhams": "AED",
}  # fmt: skip
# Whose dollars: "Australian dollars", "Canadian dlrs".
DOLLARS: dict[str, str] = {
    "australian": "AUD", "canadian": "CAD", "hong kong": "HKD", "singapore": "SGD", "new zealand": "NZD",
}  # fmt: skip
PERCENT = frozenset({"%", "percent", "pct", "per cent"})

LEAST = frozenset({"at least", "more than", "over", "no fewer than", "not less than", "no less than", "upwards of",
                   "upward of", "above", "as many as at least"})  # fmt: skip
MOST = frozenset({"up to", "at most", "as many as", "as much as", "less than", "fewer than", "under", "below",
                  "no more than", "not more than", "a maximum of"})  # fmt: skip
NEARLY = frozenset({"nearly", "almost", "close to", "just under"})
ABOUT = frozenset({"about", "around", "some", "roughly", "approximately", "an estimated", "estimated", "circa",
                   "more or less", "in the region of"})  # fmt: skip
# Counted, they make a date, an age or a length of time.
TIMES = frozenset({
    "second", "minute", "hour", "day", "night", "week", "weekend", "fortnight", "month", "quarter", "year", "decade",
    "century", "generation", "a.m.", "p.m.", "am", "pm", "gmt", "o'clock", "time", "way", "thing", "side", "half",
})  # fmt: skip
# Of a bare figure the verb says what is counted: "24 were killed", "injuring ten".
SUFFERED: dict[str, str] = {
    "kill": "killed", "wound": "wounded", "injure": "injured", "hurt": "injured", "arrest": "arrested",
    "detain": "detained", "displace": "displaced", "die": "killed", "evacuate": "evacuated", "capture": "captured",
}  # fmt: skip
