"""Stand-ins for what a desktop offers on the session bus: its notices, folders, help, and leave to start in the background."""
import os

import dbus
from dbusmock import SpawnedMock
from gi.repository import Gio, GLib

from ui import TIMEOUT_S, wait

NOTIFICATIONS = 'org.gtk.Notifications'
BACKGROUND = 'org.freedesktop.portal.Background'
OPENER = 'org.freedesktop.portal.OpenURI'
PORTAL = '/org/freedesktop/portal/desktop'
# The portal answers later, from an object made of the name of who asks and of its token: 0 is leave, 1 is refusal.
ANSWER = '''
asking = self.connection.get_name_owner('org.varam.Capacity')[1:].replace('.', '_')
ret = f'/org/freedesktop/portal/desktop/request/{asking}/{args[-1]["handle_token"]}'
self.AddObject(ret, 'org.freedesktop.portal.Request', {}, [])
objects[ret].EmitSignal('', 'Response', 'ua{sv}', [%d, {key: args[-1][key] for key in args[-1] if key == 'autostart'}])
'''


class Desktop:
    """What a desktop offers, mocked: it remembers what was asked."""

    def __init__(self):
        self._notifications = SpawnedMock.spawn_for_name(NOTIFICATIONS, '/org/gtk/Notifications', NOTIFICATIONS).obj
        self._notifications.AddMethods(NOTIFICATIONS, [('AddNotification', 'ssa{sv}', '', ''), ('RemoveNotification', 'ss', '', '')])
        self._portal = SpawnedMock.spawn_for_name('org.freedesktop.portal.Desktop', PORTAL, BACKGROUND).obj
        self.answer(leave=True)

    def answer(self, leave):
        """From now on, give leave to start in the background or refuse it."""
        self._portal.AddMethod(BACKGROUND, 'RequestBackground', 'sa{sv}', 'o', ANSWER % (0 if leave else 1))

    @property
    def notices(self):
        """The notices shown now, by their names."""
        shown = {}
        for _, method, arguments in self._notifications.GetCalls():
            if method == 'AddNotification':
                shown[arguments[1]] = arguments[2]
            else:
                shown.pop(arguments[1], None)
        return shown

    @property
    def background(self):
        """The options with which leave to start in the background was asked for."""
        return [arguments[1] for _, arguments in self._portal.GetMethodCalls('RequestBackground')]

    def forget(self):
        """As if the user had waved away every notice."""
        self._notifications.ClearCalls()


class Folders:
    """Stands in for what shows the folder of a file, and counts how often it was asked."""

    def __init__(self):
        self._portal = SpawnedMock.spawn_for_name('org.freedesktop.portal.Desktop', PORTAL, OPENER).obj
        self._portal.AddProperty(OPENER, 'version', dbus.UInt32(4))
        self._portal.AddMethod(OPENER, 'OpenDirectory', 'sha{sv}', 'o', ANSWER % 0)

    @property
    def n_asked(self):
        return len(self._portal.GetMethodCalls('OpenDirectory'))


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
