"""How data get in: a folder of YAML files, read strictly, every problem with its place.

What reads YAML is loaded when it is first asked for: a compiled copy needs none of it.
"""
