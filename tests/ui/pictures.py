#!/usr/bin/env python3
"""pictures BUILD [VARIANT...]: pictures of the main views under a Wayland compositor, as they look on a desktop."""
import os
import shutil
import subprocess
import sys
import tempfile

BUILD = os.path.abspath(sys.argv[1])
WANTED = sys.argv[2:]
SHOWN = 'KAC-03'  # the service whose page is shown
SHOWN_RESOURCE = 'R-KAC'

# name: language, width, height, settings of the desktop
VARIANTS = {
    'light': ('lv', 1000, 700, {}),
    'dark': ('lv', 1000, 700, {'color-scheme': "'prefer-dark'"}),
    'narrow': ('lv', 360, 720, {}),
    'large-text': ('lv', 1000, 700, {'text-scaling-factor': '2.0'}),
    'contrast': ('lv', 1000, 700, {'high-contrast': 'true'}),
    'english': ('en', 1000, 700, {}),
}

if 'DBUS_SESSION_BUS_ADDRESS' not in os.environ or 'PICTURES_HOME' not in os.environ:
    with tempfile.TemporaryDirectory() as home:
        os.makedirs(f'{home}/run', mode=0o700)
        os.environ.update(
            PICTURES_HOME=home, HOME=home, XDG_RUNTIME_DIR=f'{home}/run', XDG_CONFIG_HOME=f'{home}/config',
            XDG_DATA_HOME=f'{home}/data', XDG_CACHE_HOME=f'{home}/cache', XDG_DATA_DIRS=f'{BUILD}/install/share:/usr/share',
            CAPACITY_PROGRAM=f'{BUILD}/install/bin/capacity', CAPACITY_LOCALEDIR=f'{BUILD}/install/share/locale',
            WAYLAND_DISPLAY='pictures', GDK_BACKEND='wayland', GSK_RENDERER='cairo', GDK_DEBUG='no-portals',
            ADW_DISABLE_PORTAL='1', GSETTINGS_BACKEND='keyfile', GTK_A11Y='atspi', LC_ALL='C.UTF-8', G_DEBUG='')
        os.environ.pop('DISPLAY', None)
        sys.exit(subprocess.run(['dbus-run-session', '--', sys.executable, *sys.argv]).returncode)

from ui import App, Atspi, wait  # noqa: E402  it needs the environment above

HOME = os.environ['PICTURES_HOME']


def write_settings(width, height, desktop):
    """What the settings service of a desktop would say."""
    contrast = desktop.pop('high-contrast', 'false')
    folder = f'{HOME}/config/glib-2.0/settings'
    os.makedirs(folder, exist_ok=True)
    lines = ['[org/gnome/desktop/interface]', "font-name='Cantarell 11'", 'enable-animations=false',
             *(f'{key}={value}' for key, value in desktop.items()),
             '[org/gnome/desktop/a11y/interface]', f'high-contrast={contrast}',
             '[org/varam/Capacity]', f'window-width={width}', f'window-height={height}']
    with open(f'{folder}/keyfile', 'w', encoding='utf-8') as file:
        file.write('\n'.join(lines) + '\n')


def start_compositor(is_dark):
    with open(f'{HOME}/config/weston.ini', 'w', encoding='utf-8') as file:
        file.write(f'[shell]\nbackground-color=0xff{"3d3846" if is_dark else "ffffff"}\npanel-position=none\nlocking=false\nstartup-animation=none\nanimation=none\n')
    compositor = subprocess.Popen(
        ['weston', '--backend=headless', '--renderer=pixman', '--width=1600', '--height=1200', '--socket=pictures',
         '--idle-time=0', '--debug', f'--config={HOME}/config/weston.ini'],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wait(lambda: os.path.exists(f'{HOME}/run/pictures'), 'the compositor')
    return compositor


def shoot():
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(['weston-screenshooter'], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        (file,) = os.listdir(folder)
        with open(f'{folder}/{file}', 'rb') as picture:
            return picture.read()


def take(name):
    """The window alone, with its shadow, once it has come to rest."""
    last, picture = None, shoot()
    while picture != last:
        last, picture = picture, shoot()
    subprocess.run(['convert', 'png:-', '-trim', '+repage', '-strip', f'{BUILD}/pictures/{name}.png'], input=picture, check=True)


def sample_views(app, variant):
    app.action('win.show-overview')
    app.find(name='Services by Verdict')
    take(f'{variant}-overview')
    app.action('win.show-services')
    wait(lambda: app.look(name=lambda name: name.startswith('Aprūpe mājās')), 'the services')
    take(f'{variant}-services')
    app.action('win.show-data')
    app.find(name='Look at These')
    wait(lambda: app.look('toggle button', lambda name: name.startswith(app.tr('Mend “%1$s”: %2$s').split('%')[0])), 'the findings')
    take(f'{variant}-data')
    app.action('win.show-services')
    app.click('button', 'Choose Services')
    app.find('dialog', 'Show Services')
    take(f'{variant}-choice')
    app.click('button', 'Close', root=app.find('dialog', 'Show Services'))
    app.gone('dialog', 'Show Services')
    app.activate('show-service', f"<'{SHOWN}'>")
    app.find('image', 'Demand and capacity')
    take(f'{variant}-service')
    app.action('win.reports')
    app.find(name=lambda name: name in {app.tr('Page %u of %u') % (1, n) for n in range(1, 9)})
    take(f'{variant}-reports')
    app.click('button', 'Close', root=app.find('dialog', 'Reports'))
    app.gone('dialog', 'Reports')
    app.action('win.show-plans')
    app.find(name='Plans of Services')
    take(f'{variant}-plans')
    resource_views(app, variant)
    register_views(app, variant)


def resource_views(app, variant):
    app.action('win.show-resources')
    wait(lambda: app.look(name=lambda name: name.startswith('Aprūpētāji')), 'the resources')
    for form in ('What Services Need', 'Use', 'Table'):
        app.click('radio button', form)
        wait(lambda: app.find('radio button', form).get_state_set().contains(Atspi.StateType.CHECKED), form)
        take(f'{variant}-resources-{form.split()[-1].lower()}')
    app.activate('show-resource', f"<'{SHOWN_RESOURCE}'>")
    app.find('image', 'Need and capacity')
    take(f'{variant}-resource')


def register_views(app, variant):
    app.action('win.institution')
    dialog = app.find('dialog', 'Institution')
    for page in ('Profile', 'Units', 'Calendar', 'Roles', 'Events'):
        app.click('page tab', page, root=dialog)
        wait(lambda: app.find('page tab', page, root=dialog).get_state_set().contains(Atspi.StateType.SELECTED), page)
        take(f'{variant}-institution-{page.lower()}')
    app.click('button', 'Close', root=dialog)
    app.gone('dialog', 'Institution')
    for action, title, close in (('new-service', 'New Service', '_Cancel'), ('new-resource', 'New Resource', '_Cancel'),
                                 ('history', 'History of Changes', 'Close'), ('backups', 'Backups', 'Close'),
                                 ('go-to', 'Go To', 'Close')):
        app.action(f'win.{action}')
        dialog = app.find('dialog', title)
        take(f'{variant}-{action}')
        app.click('button', close, root=dialog)
        app.gone('dialog', title)


def empty_views(app, variant):
    app.find('list item', 'Look at the _Sample')
    take(f'{variant}-start')
    table = f'{HOME}/Apjomi.csv'
    with open(table, 'w', encoding='utf-8') as file:
        file.write('Pakalpojums;Mēnesis;Pieteikumi\n')
        for i in range(58):
            file.write(f'Laulības reģistrēšana;{2022 + i // 12}-{i % 12 + 1:02d};{20 + i * 7 % 11}\n')
    app.run('--portfolio', f'{HOME}/empty.capacity', '--import', table)
    dialog = app.find('dialog', 'Import Data')
    app.find('label', 'Apjomi.csv', root=dialog)
    take(f'{variant}-import')


def main():
    subprocess.run([f'{BUILD}/tests/benchmarks/make-portfolio', 'sample', f'{HOME}/sample.capacity'], check=True)
    for variant, (language, width, height, desktop) in VARIANTS.items():
        if WANTED and variant not in WANTED:
            continue
        is_dark = 'color-scheme' in desktop
        write_settings(width, height, dict(desktop))
        compositor = start_compositor(is_dark)
        try:
            for path, views in ((f'{HOME}/empty.capacity', empty_views), (f'{HOME}/sample.capacity', sample_views)):
                app = App('--portfolio', path, language=language)
                try:
                    views(app, variant)
                finally:
                    app.process.terminate()
                    app.process.wait()
        finally:
            compositor.terminate()
            compositor.wait()
        shutil.rmtree(f'{HOME}/cache', ignore_errors=True)


main()
