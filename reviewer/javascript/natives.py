"""All of the language's own functions that move values about, or tell something about them; by name and kind of object.

Beside the functions of ECMAScript by their names stand behaviours that model rows name (`does: =listen`).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reviewer.javascript.arrays import ARRAY_METHODS, array_from, array_of, as_text, iterator, new_array
from reviewer.javascript.attributes import ATTRIBUTES
from reviewer.javascript.callbacks import FUNCTION_METHODS
from reviewer.javascript.collections import COLLECTIONS
from reviewer.javascript.deep_reading import DEEP_READING
from reviewer.javascript.deferreds import DEFERRED_METHODS, DEFERREDS
from reviewer.javascript.describing import ACCESSORS, DESCRIPTIONS, LOOK_UPS
from reviewer.javascript.graph import ITERATOR
from reviewer.javascript.listeners import LISTENING
from reviewer.javascript.maps import FORM_METHODS, MAP_METHODS, SET_METHODS, new_form, new_map, new_set
from reviewer.javascript.methods import Native, Natives
from reviewer.javascript.numerals import NUMERAL_FUNCTIONS, NUMERAL_METHODS, nothing, numeral
from reviewer.javascript.objects import OBJECT_FUNCTIONS, assign_defined
from reviewer.javascript.promises import PROMISE_FUNCTIONS, PROMISE_METHODS
from reviewer.javascript.reflection import REFLECTION, called
from reviewer.javascript.serialising import SERIALISING
from reviewer.javascript.texts import TEXT_FUNCTIONS, TEXT_METHODS, decoded
from reviewer.javascript.throwing import ERRORS
from reviewer.javascript.unknowns import UNKNOWN_METHODS

_OWN: Mapping[str, Native] = MappingProxyType(
    {
        **PROMISE_METHODS,
        "hasOwnProperty": nothing,
        "isPrototypeOf": nothing,
        "propertyIsEnumerable": nothing,
    }
)
"""Methods that any object has, promises being one with their values."""

_ARRAYS: Mapping[str, Native] = MappingProxyType(
    {
        **_OWN,
        **ARRAY_METHODS,
        **dict.fromkeys(("includes", "indexOf", "lastIndexOf"), nothing),
        "toString": as_text,
        ITERATOR: iterator,
    }
)
_OBJECT_METHODS: Mapping[str, Native] = MappingProxyType(
    {
        **UNKNOWN_METHODS,
        **NUMERAL_METHODS,
        **TEXT_METHODS,
        **ARRAY_METHODS,
        **PROMISE_METHODS,
        **LOOK_UPS,
        ITERATOR: iterator,
    }
)
_KINDS: Mapping[str, Mapping[str, Native]] = MappingProxyType(
    {
        "array": _ARRAYS,
        "deferred": MappingProxyType({**_OWN, **DEFERRED_METHODS}),
        "foreign": _OWN,
        "form": MappingProxyType({**_OWN, **FORM_METHODS}),
        "generator": _ARRAYS,
        "instance": _OWN,
        "map": MappingProxyType({**_OWN, **MAP_METHODS}),
        "object": _OWN,
        "prototype": _OWN,
        "proxy": _OWN,
        "set": MappingProxyType({**_OWN, **SET_METHODS}),
        "table": _OWN,
    }
)

_PROTOTYPES: Mapping[str, Native] = MappingProxyType(
    {
        **{f"Array.prototype.{name}": native for name, native in _ARRAYS.items() if name != ITERATOR},
        **{f"Date.prototype.{name}": native for name, native in NUMERAL_METHODS.items()},
        **{f"Function.prototype.{name}": native for name, native in FUNCTION_METHODS.items()},
        **{f"Map.prototype.{name}": native for name, native in MAP_METHODS.items()},
        **{f"Object.prototype.{name}": native for name, native in _OWN.items() if name not in PROMISE_METHODS},
        **{f"Promise.prototype.{name}": native for name, native in PROMISE_METHODS.items()},
        **{f"RegExp.prototype.{name}": TEXT_METHODS[name] for name in ("exec",)},
        **{f"Set.prototype.{name}": native for name, native in SET_METHODS.items()},
        **{f"String.prototype.{name}": native for name, native in TEXT_METHODS.items() if name != "exec"},
    }
)

_GLOBAL: Mapping[str, Native] = MappingProxyType(
    {
        **DESCRIPTIONS,
        **ERRORS,
        **NUMERAL_FUNCTIONS,
        **OBJECT_FUNCTIONS,
        **PROMISE_FUNCTIONS,
        **REFLECTION,
        **SERIALISING,
        **TEXT_FUNCTIONS,
        **_PROTOTYPES,
        **dict.fromkeys(("FormData", "Headers", "URLSearchParams"), new_form),
        **dict.fromkeys(("Map", "WeakMap"), new_map),
        **dict.fromkeys(("Set", "WeakSet"), new_set),
        "Array": new_array,
        "Array.from": array_from,
        "Array.fromAsync": array_from,
        "Array.of": array_of,
        "Iterator.from": array_from,
    }
)
_BEHAVIOURS: Mapping[str, Native] = MappingProxyType(
    {
        **ATTRIBUTES,
        **COLLECTIONS,
        **DEEP_READING,
        **DEFERREDS,
        **LISTENING,
        "assign-defined": assign_defined,
        "decodes": decoded,
        "numeral": numeral,
        "tells": nothing,
    }
)
NATIVES = Natives(
    of_objects=_OBJECT_METHODS,
    of_kinds=_KINDS,
    of_functions=FUNCTION_METHODS,
    of_global=_GLOBAL,
    behaviours=_BEHAVIOURS,
    of_properties=ACCESSORS,
    called=called,
)
