"""Stand-ins for what a desktop offers on the session bus: its notices, and leave to start in the background."""
import os
import threading

from gi.repository import Gio, GLib

from ui import TIMEOUT_S, wait

NOTIFICATIONS = '''<node><interface name="org.gtk.Notifications">
  <method name="AddNotification"><arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="a{sv}" direction="in"/></method>
  <method name="RemoveNotification"><arg type="s" direction="in"/><arg type="s" direction="in"/></method>
</interface></node>'''
BACKGROUND = '''<node><interface name="org.freedesktop.portal.Background">
  <method name="RequestBackground">
    <arg type="s" direction="in"/><arg type="a{sv}" direction="in"/><arg type="o" direction="out"/>
  </method>
</interface></node>'''


class Desktop:
    """Owns the names and remembers what was asked, in a thread of its own so that tests may wait."""

    def __init__(self):
        self.notices = {}
        self.background = []
        self.removed = []
        ready = threading.Event()
        threading.Thread(target=self._serve, args=(ready,), daemon=True).start()
        assert ready.wait(10), 'the session bus does not answer'

    def _serve(self, ready):
        context = GLib.MainContext.new()
        context.push_thread_default()
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        for path, xml, call, name in (
                ('/org/gtk/Notifications', NOTIFICATIONS, self._notify, 'org.gtk.Notifications'),
                ('/org/freedesktop/portal/desktop', BACKGROUND, self._request, 'org.freedesktop.portal.Desktop')):
            interface = Gio.DBusNodeInfo.new_for_xml(xml).interfaces[0]
            self.bus.register_object(path, interface, call, None, None)
            self.bus.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', 'RequestName',
                               GLib.Variant('(su)', (name, 0)), None, Gio.DBusCallFlags.NONE, -1)
        ready.set()
        GLib.MainLoop.new(context, False).run()

    def _notify(self, bus, sender, path, interface, method, parameters, invocation):
        values = parameters.unpack()
        if method == 'AddNotification':
            self.notices[values[1]] = values[2]
        else:
            self.notices.pop(values[1], None)
        invocation.return_value(None)

    def _request(self, bus, sender, path, interface, method, parameters, invocation):
        options = parameters.unpack()[1]
        self.background.append(options)
        handle = f'/org/freedesktop/portal/desktop/request/{sender[1:].replace(".", "_")}/{options["handle_token"]}'
        invocation.return_value(GLib.Variant('(o)', (handle,)))
        results = {'background': GLib.Variant('b', True), 'autostart': GLib.Variant('b', options['autostart'])}
        bus.emit_signal(sender, handle, 'org.freedesktop.portal.Request', 'Response', GLib.Variant('(ua{sv})', (0, results)))


class Reader:
    """Stands in for the program that shows help, and remembers for which page it was asked."""

    def __init__(self, folder):
        self.asked = f'{folder}/help'
        applications = f'{os.environ["XDG_DATA_HOME"]}/applications'
        os.makedirs(applications, exist_ok=True)
        with open(f'{folder}/yelp', 'w', encoding='utf-8') as file:
            file.write(f'#!/bin/sh\necho "$1" >> {self.asked}\n')
        os.chmod(f'{folder}/yelp', 0o755)
        with open(f'{applications}/reader.desktop', 'w', encoding='utf-8') as file:
            file.write(f'[Desktop Entry]\nType=Application\nName=Reader\nExec={folder}/yelp %u\nMimeType=x-scheme-handler/help;\n')
        with open(f'{applications}/mimeapps.list', 'w', encoding='utf-8') as file:
            file.write('[Default Applications]\nx-scheme-handler/help=reader.desktop\n')

    def page(self, app):
        """The page of the help that F1 opens now."""
        if os.path.exists(self.asked):
            os.remove(self.asked)
        app.press('F1')
        wait(lambda: os.path.exists(self.asked) and open(self.asked, encoding='utf-8').read().endswith('\n'), 'the help')
        return open(self.asked, encoding='utf-8').read().strip().removeprefix('help:capacity/')


def call(path, interface, method, parameters, reply=None):
    """Call the program on the session bus, which starts it where it does not run."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    answer = bus.call_sync('org.varam.Capacity', path, interface, method, parameters,
                           GLib.VariantType(reply) if reply else None, Gio.DBusCallFlags.NONE, TIMEOUT_S * 1000)
    return answer.unpack()
