"""What can be wrong in a data file, in Vietnamese: what it is; what to write."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["WORDS"]

WORDS: Mapping[str, str] = {
    # the line itself
    "problem.error": "lỗi",
    "problem.warning": "cảnh báo",
    "problem.near": "; có phải ý bạn là '{near}'?",
    "problem.choices": "; chọn một trong: {choices}",
    "problem.count.errors": "{n} lỗi",
    "problem.count.errors.one": "1 lỗi",
    "problem.count.warnings": "{n} cảnh báo",
    "problem.count.warnings.one": "1 cảnh báo",
    "problem.count.broken": (
        "{counts}, ở {broken} trong {n} tệp. Chưa sửa xong thì không lệnh nào dùng bộ dữ liệu này."
    ),
    "problem.count.broken.one": (
        "{counts}, ở {broken} trong 1 tệp. Chưa sửa xong thì không lệnh nào dùng bộ dữ liệu này."
    ),
    "problem.count.usable": "{counts} trong {n} tệp.",
    "problem.count.usable.one": "{counts} trong 1 tệp.",
    "problem.count.none": "{n} tệp, không có lỗi nào.",
    "problem.count.none.one": "1 tệp, không có lỗi nào.",
    # where a key stands
    "problem.where.file": "tệp",
    "problem.where.line": "dòng của '{of}'",
    "problem.where.scope": "scope",
    "problem.where.change": "change",
    "problem.where.source": "nguồn '{of}'",
    "problem.where.unit": "đơn vị đo '{of}'",
    "problem.where.method": "phương pháp '{of}'",
    "problem.where.indicator": "chỉ tiêu '{of}'",
    "problem.where.province": "'{of}'",
    "problem.where.names": "names",
    "problem.where.former-name": "tên cũ",
    "problem.where.extent": "'{of}'",
    "problem.where.islands": "quần đảo '{of}'",
    "problem.where.grid": "lưới ô '{of}'",
    "problem.where.label": "'{of}'",
    "problem.where.leaf": "lá '{of}'",
    "problem.where.node": "nhóm '{of}'",
    "problem.where.scale": "scale",
    "problem.where.scale-target": "target của scale",
    # files
    "problem.missing-file": "không có; bộ dữ liệu nào cũng cần",
    "problem.unknown-file": "bộ dữ liệu không có tệp nào tên như vậy",
    "problem.file-suffix": "tên tệp dữ liệu phải kết thúc bằng .yaml; hãy đổi thành {name}",
    "problem.outside": "liên kết này dẫn ra ngoài bộ dữ liệu; hãy đặt chính tệp đó vào đây",
    "problem.is-folder": "đây là thư mục, trong khi cần một tệp",
    "problem.cannot-read": "không đọc được ({reason})",
    "problem.too-large": "lớn hơn {limit} KiB",
    "problem.unknown-province": "không có tỉnh, thành phố '{typed}' trong register.yaml",
    # the text itself
    "problem.not-utf8": "byte 0x{byte} không phải UTF-8; hãy lưu tệp theo bảng mã UTF-8",
    "problem.odd-character": (
        "ký tự vô hình {number} ({name}); hãy xóa đi hoặc gõ dấu cách thường"
    ),
    "problem.odd-escape": "chuỗi thoát tạo ra ký tự vô hình {number}; hãy bỏ đi",
    "problem.not-nfc": (
        "'{letter}' được ghi thành hai phần (Unicode tổ hợp, NFD); hãy gõ lại hoặc lưu theo NFC"
    ),
    "problem.not-nfc-escape": ("chuỗi thoát ghi một chữ thành hai phần (NFD); hãy gõ thẳng chữ đó"),
    "problem.look-alike": "{number} chỉ trông giống '{letter}'; hãy gõ lại",
    "problem.git-conflict": "dấu xung đột của git; hãy hợp nhất cho xong đã",
    "problem.tab": "dòng này thụt lề bằng tab; YAML cần dấu cách",
    "problem.empty": "tệp trống",
    "problem.two-documents": "'---' mở tài liệu thứ hai; mỗi tệp dữ liệu chỉ là một tài liệu",
    "problem.too-deep": "lồng sâu quá {levels} cấp",
    "problem.no-tags": (
        "tệp dữ liệu không được dùng neo (&x) và thẻ (!x); hãy viết thẳng giá trị ra"
    ),
    "problem.no-directive": "tệp dữ liệu không được dùng chỉ thị (%); hãy bỏ dòng này",
    "problem.no-merge": "tệp dữ liệu không được dùng khóa gộp '<<'; hãy viết thẳng các khóa ra",
    "problem.second-colon": "dòng này có dấu ': ' thứ hai; hãy đặt phần chữ trong ngoặc kép",
    "problem.misplaced-colon": (
        "khóa không thể đứng ở đây; hãy thụt lề như các dòng bên cạnh, "
        "hoặc đặt phần chữ trong ngoặc kép"
    ),
    "problem.open-quote": "dấu ngoặc kép mở ở đây không được đóng lại",
    "problem.bad-escape": (
        "'\\' không mở đầu chuỗi thoát nào ở đây; hãy dùng dấu nháy đơn, hoặc viết '\\\\'"
    ),
    "problem.unclosed": (
        "thiếu ',' hoặc '{bracket}' (mọi dấu {{ đã đóng chưa, "
        "mọi phần chữ có ':' hay ',' đã nằm trong ngoặc kép chưa?)"
    ),
    "problem.nothing-here": "chỗ này thiếu giá trị; hãy bỏ dấu thừa hoặc điền giá trị vào",
    "problem.no-colon": "dòng này không có dạng 'khóa: giá trị'; hãy thêm ':' hoặc bỏ dòng này",
    "problem.sign-number": (
        "giá trị không thể bắt đầu bằng '{sign}'; "
        "hãy viết '{word}: {number}' thay cho '{name}: {typed}'"
    ),
    "problem.sign": ("giá trị không thể bắt đầu bằng '{sign}'; hãy đặt phần chữ trong ngoặc kép"),
    "problem.misplaced": (
        "dòng này không khớp với dòng trên; "
        "hãy thụt lề như các dòng bên cạnh và đóng mọi dấu ngoặc kép"
    ),
    # keys and words
    "problem.bad-key": "khóa phải là một từ",
    "problem.unknown-key": "không có khóa '{name}' trong {where}",
    "problem.missing-key": "{where} thiếu '{name}'",
    "problem.double-key": "'{name}' lặp lại trong {where}; lần đầu ở dòng {first}",
    "problem.by-in-values": "'{name}' thuộc phần targets; giá trị thì có 'period'",
    "problem.period-in-targets": "'{name}' thuộc phần values; mục tiêu thì có 'by'",
    "problem.in-register": "'{name}' thuộc tệp register.yaml",
    "problem.ended-province": "'{name}' chỉ dành cho tỉnh cũ; hãy ghi tỉnh đó trong phần former",
    "problem.some-key": "{where} trống; cần ít nhất một khóa",
    "problem.nothing": "'{name}' trống; hãy điền vào hoặc bỏ đi",
    "problem.want-mapping": "'{name}' phải gồm các khóa và giá trị, như '{{khóa: giá trị}}'",
    "problem.want-brackets": "'{name}' phải là danh sách: hãy đặt trong [ ]",
    "problem.want-size": "'{name}' phải là danh sách có {size} mục",
    "problem.want-span": "'{name}' phải là hai số, như [50, 55]",
    "problem.want-text": "'{name}' phải là chữ",
    "problem.want-true": "{name} chỉ có thể là 'true', nếu không thì bỏ đi",
    "problem.want-flag": "{name} là true hoặc false",
    "problem.double-item": "'{typed}' lặp lại trong '{name}'",
    "problem.unknown-word": "không có {name} '{typed}'",
    "problem.undeclared-word": "chưa khai báo {name} '{typed}'",
    "problem.bad-id": "'{typed}' không phải mã định danh; dùng a-z, 0-9 và '-', như 'phu-tho'",
    "problem.bad-prefix": (
        "'{typed}' nằm trong phần former; mã định danh phải bắt đầu bằng '{prefix}'"
    ),
    "problem.bad-code": 'code phải là hai chữ số trong ngoặc kép, như "01"',
    "problem.bare-code": (
        'code {typed} phải nằm trong ngoặc kép: "{typed}" '
        "(phần mềm khác đọc 01 và 010 thành 1 và 8)"
    ),
    "problem.bad-season": (
        "season '{typed}' không phải khoảng thời gian; hãy viết P1Y (một năm) hoặc P3M (ba tháng)"
    ),
    "problem.bad-url": "{name} '{typed}' phải là địa chỉ đầy đủ, bắt đầu bằng https://",
    "problem.loose-text": (
        "'{typed}' đứng một mình: dấu phẩy trong {{ }} kết thúc phần chữ trước nó; "
        "hãy đặt phần chữ đó trong ngoặc kép"
    ),
    "problem.missing-colon": "'{typed}' thiếu dấu hai chấm; hãy viết '{word}: ...'",
    "problem.tight-colon": "'{typed}' thiếu dấu cách sau dấu hai chấm: '{word}: ...'",
    "problem.decimal-comma": (
        "'{typed}': dấu phẩy kết thúc giá trị trong {{ }}; hãy viết {number} hoặc {other}"
    ),
    # numbers
    "problem.want-number-alone": "{name} phải là một số duy nhất",
    "problem.no-value": "{name} trống; nếu không có số thì bỏ cả dòng",
    "problem.quoted-number": "{name} là số đặt trong ngoặc kép; hãy viết {number}, không có ngoặc",
    "problem.foreign-digits": "'{typed}' có chữ số không thuộc ASCII; hãy viết 0-9",
    "problem.signed-number": ("'{typed}': hãy viết '{word}: {number}' thay cho '{name}: {typed}'"),
    "problem.percent-sign": "'{typed}': đơn vị đã có trong danh mục; hãy viết {number}",
    "problem.number-of": "'{typed}': hãy viết 'rank: {rank}, of: {of}'",
    "problem.time-number": "'{typed}' không phải số (giờ phút chăng?)",
    "problem.comma-number": "'{typed}' có dấu phẩy thập phân; hãy viết {number}",
    "problem.comma-or-thousands": (
        "'{typed}' có dấu phẩy; hãy viết {number} nếu là phần thập phân, {other} nếu là hàng nghìn"
    ),
    "problem.dots-number": "'{typed}' có dấu chấm hàng nghìn; hãy viết {number}",
    "problem.zero-number": "'{typed}' bắt đầu bằng 0; hãy viết {number}",
    "problem.marked-number": "'{typed}' có dấu ngăn hàng nghìn; hãy viết {number}",
    "problem.long-number": "'{typed}' có quá nhiều chữ số",
    "problem.exponent-number": "'{typed}': hãy viết hết các chữ số",
    "problem.bare-dot": "'{typed}' là số chưa đủ; hãy viết {number}",
    "problem.word-number": "{name} phải là số, không phải '{typed}'",
    "problem.want-whole": "{name} phải là số nguyên, không phải {number}",
    "problem.dot-thousands": "{amount} được đọc là {read}; hãy viết {write}",
    "problem.too-low": "{name} không thể là {number}; ít nhất là {least}",
    "problem.too-high": "{name} không thể là {number}; nhiều nhất là {most}",
    "problem.bad-span": "'{name}' đi từ {low} đến {high}; số nhỏ phải đứng trước",
    "problem.not-percent": "{number} không phải tỷ lệ phần trăm (0 đến 100)",
    "problem.not-between": "{number} nằm ngoài khoảng của đơn vị '{unit}' ({low} đến {high})",
    "problem.below-least": "{number} quá thấp với đơn vị '{unit}' (ít nhất {low})",
    "problem.above-most": "{number} quá cao với đơn vị '{unit}' (nhiều nhất {high})",
    "problem.nothing-left": "{amount}: đơn vị '{unit}' không thể có số nào như vậy",
    "problem.fraction": (
        "{number} có vẻ là tỷ lệ trên một; phần trăm đi từ 0 đến 100 (phải là {percent}?)"
    ),
    "problem.two-numbers": "'{first}' và '{second}' trên cùng một dòng; hãy giữ lại một",
    "problem.no-number": (
        "dòng của '{id}' không có số: "
        "hãy dùng một trong value, about, over, nearly, at_least, at_most, between"
    ),
    "problem.no-number-ranked": (
        "dòng của '{id}' không có số: hãy ghi rank hoặc top, hay điểm số trong value"
    ),
    "problem.rank-unit": ("'{id}' được đo bằng {unit}; thứ hạng công bố chỉ dành cho bộ chỉ số"),
    "problem.rank-over": "không thể có {word} {number} trên {of}",
    "problem.needless-of": "'of' đi cùng rank hoặc top; hãy bỏ đi",
    "problem.no-of": "thứ hạng của cả nước cần có 'of', tức số nước được xếp hạng",
    "problem.unstated-of": (
        "thứ hạng của '{id}' không rõ thời điểm thì cần 'of': số tỉnh, thành phố đã thay đổi"
    ),
    # dates
    "problem.date-alone": "{name} phải là một ngày tháng duy nhất",
    "problem.no-date": "{name} trống; hãy ghi ngày tháng, như 2025 hoặc 2025-12-31",
    "problem.date-forms": (
        "{name} '{typed}' không phải ngày tháng; "
        "hãy dùng 2025, 2025-12, 2025-12-31, 2025-Q4 hoặc 2021/2025"
    ),
    "problem.date-write": "{name} '{typed}' không phải ngày tháng; hãy viết {write}",
    "problem.date-no-day": "{name} '{typed}': không có ngày {day}",
    "problem.date-years": "{name} '{typed}' nằm ngoài khoảng {first} đến {last}",
    "problem.date-backwards": "{name} '{typed}' kết thúc trước khi bắt đầu",
    "problem.date-day": "{name} '{typed}' phải là một ngày, như 2025-07-01",
    "problem.future": "thời điểm {period} chưa tới; mục tiêu thì ghi trong phần targets",
    "problem.after-source": "thời điểm {period} muộn hơn nguồn ({source}, {published})",
    "problem.after-end": (
        "thời điểm {period} bắt đầu sau khi tỉnh này kết thúc ({until}); "
        "hãy chuyển dòng này sang tỉnh mới"
    ),
    "problem.before-merger": (
        "thời điểm {period} kết thúc trước khi tỉnh này được thành lập ({since}); hãy chuyển dòng "
        "này vào former/, hoặc thêm 'recast: true' nếu nguồn đã tính lại theo địa giới hiện nay"
    ),
    "problem.until-before-since": "until {until} không sau since ({since})",
    # province, sources, lines
    "problem.name-file": "tên '{name}', nhưng {id} là {wanted}",
    "problem.unknown-source": "không có nguồn '{typed}'",
    "problem.undeclared-source": "không có nguồn '{typed}'; hãy khai báo trong phần sources",
    "problem.double-source": (
        "nguồn '{id}' có cùng url với '{other}' (bản dịch vẫn là một nguồn; hãy dùng read_in)"
    ),
    "problem.shared-source": (
        "nguồn '{id}' đã có trong sources.yaml; hãy giữ lại một, hoặc đổi tên nguồn này"
    ),
    "problem.unused-source": "không dòng nào dẫn nguồn '{id}'",
    "problem.unknown-indicator": "không có chỉ tiêu '{typed}'",
    "problem.alias": "'{typed}' là tên gọi khác; hãy viết '{id}'",
    "problem.no-lines": "'{id}' không có dòng nào; hãy thêm một dòng hoặc bỏ đi",
    "problem.no-dash": "'{id}' phải là danh sách: hãy thêm '- ' trước dấu {{",
    "problem.basis-fixed": "'{id}' luôn tính trên {basis}; hãy bỏ 'basis'",
    "problem.no-basis": "trong danh mục, '{id}' không có basis; hãy bỏ 'basis'",
    "problem.no-methods": "trong danh mục, '{id}' không có phương pháp nào; hãy bỏ 'method'",
    "problem.double-line": "lặp lại đúng một dòng của '{id}'; lần đầu ở dòng {first}",
    "problem.conflict": (
        "'{id}': dòng {first} ghi {said} ({by}), dòng này ghi {also} ({other}); "
        "hãy đánh dấu một dòng 'prefer: true' hoặc một dòng 'reject: lý do'"
    ),
    "problem.conflict-preferred": (
        "'{id}': dòng {first} ghi {said} ({by}), dòng này ghi {also} ({other}), "
        "cả hai đều được chọn; hãy giữ lại một 'prefer: true'"
    ),
    "problem.order": "'{id}': cũ nhất đứng trước; dòng này cũ hơn dòng trên",
    "problem.falls": (
        "{id} giảm từ {said} ({when}) xuống {also} ({then}); có phải một trong hai số chỉ là "
        "của một phần, hay của một nhà mạng? nếu vậy hãy ghi scope"
    ),
    "problem.moved": (
        "{id} từ {said} ({when}) thành {also} ({then}); "
        "hãy xem lại trang nguồn, nếu đúng thì thêm note"
    ),
    "problem.looser-target": (
        "{id}: {aim} đến {by} thấp hơn mức {said} ({when}, dòng {line}) đã đạt trước khi đặt ra; "
        "nếu đúng thì thêm note"
    ),
    "problem.same-page": ("nguồn '{id}' có vẻ là trang của '{other}' ở địa chỉ khác; hãy giữ một"),
    "problem.overdue": "{id}: hạn {by} đã qua, chưa có số liệu",
    # catalogue and register
    "problem.double-alias": "tên gọi khác '{typed}' đã dành cho '{other}'",
    "problem.breaks-order": "breaks phải theo thứ tự thời gian, mỗi năm một lần",
    "problem.double-code": "'{id}' có cùng code với '{other}'",
    "problem.double-tile": "'{id}' có cùng tile với '{other}'",
    "problem.double-grid": "lưới ô '{id}' kết thúc ngày {until} như '{other}'; chỉ giữ một",
    "problem.grid-gap": "lưới ô '{id}' thiếu ô cho {names}, còn tồn tại đến {until}",
    "problem.grid-time": "'{id}' không tồn tại khi lưới ô này kết thúc ngày {until}; hãy bỏ đi",
    "problem.no-tile": "quần đảo '{id}' thuộc '{province}', nhưng nơi này không có ô ở đây",
    "problem.unknown-unit": "không có đơn vị hành chính '{typed}'",
    "problem.merge-map": "'{id}' không ghi {former} trong 'from'",
    "problem.merge-map-into": "{former} không ghi 'into: {id}'",
    "problem.merge-map-day": "{former} kết thúc ngày {until}, nhưng '{id}' bắt đầu ngày {since}",
    # scores
    "problem.coverage-without-skip": "'coverage' đi cùng 'missing: skip'; hãy bỏ một trong hai",
    "problem.floor-arithmetic": "'floor' đi cùng 'aggregate: geometric'; hãy bỏ đi",
    "problem.log-without-bounds": "'log' đi cùng 'bounds'; hãy bỏ đi",
    "problem.log-of-zero": "bounds của thang log phải bắt đầu trên 0, không phải {number}",
    "problem.zscore-to": "'to' không đi cùng zscore vì zscore không có hai đầu; hãy bỏ đi",
    "problem.not-in-tree": "'{typed}' không có trong cây",
    "problem.no-weight": "mọi trọng số ở đây đều là 0; hãy cho một mục có trọng số",
    "problem.group-indicator": "'{typed}' là một chỉ tiêu; hãy đặt tên khác cho nhóm",
    "problem.unscored": (
        "'{id}' là {unit}, tỉnh lớn thì có nhiều hơn; không điểm tổng hợp nào được dùng"
    ),
    "problem.unscored-none": "'{id}' có 'better: none'; không điểm tổng hợp nào được dùng",
    "problem.no-scale": "scale này không nói rõ loại",
    "problem.two-scales": "hai cách quy đổi trong một scale; hãy giữ lại một",
    "problem.flat-target": "'from' và 'to' đều là {number}; phải khác nhau",
    "problem.zscore-mixed": "zscore không đi cùng cách quy đổi khác; hãy dùng một loại cho tất cả",
    "problem.zscore-product": (
        "không thể nhân zscore với nhau; hãy dùng 'aggregate: arithmetic' ở phía trên"
    ),
    "problem.constant-column": (
        "cả {n} số liệu của '{id}' bằng nhau, {scale} không phân biệt được; hãy viết bounds cố định"
    ),
    "problem.constant-column.one": (
        "chỉ có một số liệu của '{id}', {scale} không phân biệt được; hãy viết bounds cố định"
    ),
    "problem.constant-target": (
        "không số liệu nào của '{id}' còn dưới đích, 'from: worst' ({scale}, {n} số liệu) không "
        "phân biệt được; hãy viết một số"
    ),
}
