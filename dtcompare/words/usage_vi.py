"""Vietnamese: what Click says of a line that it cannot take, by a pattern of its English words."""

from __future__ import annotations

__all__ = ["WORDS"]

WORDS = {
    r"(?P<what>No such .+?) \(?Did you mean (one of: )?(?P<near>.+?)\?\)?": (
        "{what}; có phải {near}?"
    ),
    r"No such command:? '?(?P<name>.*?)'?\.?": "không có lệnh '{name}'",
    r"No such option:? '?(?P<name>.*?)'?\.?": "không có tuỳ chọn '{name}'",
    r"Option '?(?P<name>.*?)'? requires an argument\.": "'{name}' cần một giá trị",
    r"Option '?(?P<name>.*?)'? requires (?P<n>\d+) arguments\.": "'{name}' cần {n} giá trị",
    r"Option '?(?P<name>.*?)'? does not take a value\.": "'{name}' không nhận giá trị",
    r"Missing (argument|option) (?P<where>'.+?')\.": "thiếu {where}",
    r"Missing (argument|option) (?P<where>'.+?')\. Choose from: (?P<choices>.+)": (
        "thiếu {where}; một trong: {choices}"
    ),
    r"Got unexpected extra arguments? \((?P<words>.*)\)": "thừa ở cuối: {words}",
    r"Invalid value for (?P<where>.+?): (?P<value>.*) is not one of (?P<choices>.+)\.": (
        "{where}: không có {value}; một trong {choices}"
    ),
    r"Invalid value for (?P<where>.+?): (?P<value>.*) is not a valid integer( range)?\.": (
        "{where}: {value} không phải số nguyên"
    ),
    r"Invalid value for (?P<where>.+?): (?P<value>.*) is not in the range (?P<range>.+)\.": (
        "{where}: {value} nằm ngoài khoảng {range}"
    ),
}
