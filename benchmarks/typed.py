"""What is typed after a command, a line each: the long lists of ``benchmarks.questions``."""

# Options of a ranking, of a chart; lines to add; slips of those who ask. One a line, as typed.
PICKS = """\
--basis population
--basis area
--basis unstated
--method office
--method own
--scope operator
--scope operator=Redfon
--scope tier=district
--per people
--per area
--sort value
--sort name
--sort region
--period 2025
--period 2024
--period 2026-05
--period 2025-H2
2023
--list-all
--region north
--only alpha,golf
--top 2
--sources full
--no-sources
--fail-empty
--basis population --sort name --top 3 --region south
"""
CHART_OPTIONS = """\
--title 'Another <title> & more'
--highlight bravo
--highlight bravo --highlight echo
--highlight nobody
--first 2
--last 2
--first 1 --last 1
--alt out/words.txt
--chart map
--chart nonsense
--chart dumbbell
--size slide --lang vi --title 'Tiêu đề'
"""
ADDED = """\
alpha speed --value 222.5 --period 2026-06
alpha speed --about 222.5 --period 2026-06
alpha speed --over 222.5 --period 2026-06
alpha dead-spots --nearly 3 --period 2026-06
alpha dead-spots --at-least 3 --period 2026-06
alpha dead-spots --at-most 3 --period 2026-06
alpha speed --between 200 210 --period 2026-06
alpha league --rank 2 --of 10 --period 2024
alpha contest --top 5 --period 2024
alpha coverage --value 99 --basis population --period 2026-06
alpha coverage --value 99 --basis population --scope ward=One --period 2026-06
alpha coverage --value 99 --basis area --status estimated --period 2026-06
alpha economy --value 23 --method office --period 2022
alpha fibre --value 97 --note 'a: b # c' --period 2026-06
alpha fibre --value 97 --recast --prefer --period 2026-06
alpha fibre --value 97 --reject 'why not' --period 2026-06
alpha masts --value 900 --change since=2025 --change times=1.2 --period 2026-06
alpha speed --value 210 --period 2020
alpha speed --value 201.35 --period 2026-05
alpha speed --value 999 --period 2026-05
alpha unasked --value 5 --basis population --period 2026-06
alpha speed --target --value 300 --by 2030
alpha filing --target --value 95 --by 2029 --every year
india fibre --value 50 --period 2026-06
silent fibre --value 50 --period 2026-06
national fibre --value 83 --period 2026-06
former/kilo fibre --value 60 --period 2023
kilo fibre --value 60 --period 2026-06
alpha fibre --value 970 --period 2026-06
alpha fibre --value 9,7 --period 2026-06
alpha fibre --value 97 --period 2027
alpha fibre --value 97
alpha coverage --value 97 --period 2026-06
alpha fibre
alpha

nobody fibre --value 1 --period 2026-06
alpha nothing --value 1 --period 2026-06
"""
SLIPS = """\
rank nosuch
rank coverag
rank alpha
rank alpha coverage
rank 'Mobile Coverage'
rank 'phu song'
rank coverage bad-period
rank coverage --period 2025-13
rank coverage --basis nosuch
rank fibre --basis area
rank fibre --method own
rank coverage --scope nosuch=1
rank coverage --only alpha,nobody
rank coverage --region nowhere
rank coverage --top 0
rank coverage --sort nosuch
rank coverage --nosuch
rank coverage -f nosuch
rank coverage --lang fr
rank coverage --per people
rank unasked --fail-empty
rank coverage --as-of yesterday
rank coverage --data nowhere
rank coverage extra words
show nobody
show coverage
show coverage alpha
show ALPHA
show Alfa
show Ancient
show 01
show 99
show 'den ta'
show Juliet
show golf --as-of 2025-01-01
show alpha nothing
compare alpha
compare alpha alpha
compare alpha nobody
compare alpha bravo charlie delta echo foxtrot golf
gap nosuch
gap alpha nosuch
gap coverage alpha
gap --against nosuch
trend nosuch
trend alpha
trend fibre nobody
reporting nobody
reporting fibre
score nosuch
score nowhere.yaml
score league --explain hotel
score league --explain nobody
score league --draws -1
score league --replay nowhere.csv
list nosuch
export -f nosuch
export -o nowhere/all.csv
schema nosuch
ranking coverage
targets alpha
coverage
nosuch
--nosuch
cache nosuch
chart-all
"""
TYPED = "|ra|rank |rank c|show |gap |score |list |rank coverage --b|rank coverage --basis "
TYPED += "|rank coverage -f |compare alpha |add alpha "
