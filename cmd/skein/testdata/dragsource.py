"""A window to drag files from, for the test of dropping: dragsource.py X,Y PATH...

It stands at X,Y, offers the paths as text/uri-list (XDND through GTK), and prints what happens to the drag.
"""
import pathlib
import sys

import gi

gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, GLib, Gtk  # noqa: E402

x, y = map(int, sys.argv[1].split(","))
uris = [pathlib.Path(p).resolve().as_uri() for p in sys.argv[2:]]


def say(word):
    print(word, flush=True)
    return False


window = Gtk.Window(title="dragsource")
window.set_default_size(120, 60)
handle = Gtk.Button(label="drag me")
window.add(handle)
handle.drag_source_set(
    Gdk.ModifierType.BUTTON1_MASK, [Gtk.TargetEntry.new("text/uri-list", 0, 0)], Gdk.DragAction.COPY
)
handle.connect("drag-begin", lambda *_: say("begin"))
handle.connect("drag-data-get", lambda _w, _c, selection, *_: selection.set_uris(uris))
handle.connect("drag-failed", lambda *_: say("failed"))
handle.connect("drag-end", lambda *_: say("end"))
window.connect("destroy", Gtk.main_quit)
window.show_all()
window.move(x, y)
GLib.idle_add(say, "ready")
Gtk.main()
