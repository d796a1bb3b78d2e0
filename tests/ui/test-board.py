"""All services at once: choose some and keep the choice, change several in one step, group, delete and take it back."""
import os
import sys
import tempfile

from ui import App, Atspi, Listener, wait

LANGUAGE = sys.argv[1]
SERVICES = ['Būvatļauja', 'Būves nodošana', 'Laulības reģistrēšana', 'Ēdināšana']


def volumes(path):
    """Three years of months of four services."""
    with open(path, 'w', encoding='utf-8') as file:
        file.write('Pakalpojums;Periods;Apjoms\n')
        for k, service in enumerate(SERVICES):
            for i in range(34):
                file.write(f'{service};{2024 + i // 12}-{i % 12 + 1:02d};{(k + 1) * (20 + i * 7 % 11)}\n')


def counted(app, n, n_all):
    text = app.translation.ngettext('%1$u of %2$u service', '%1$u of %2$u services', n_all)
    return text.replace('%1$u', str(n)).replace('%2$u', str(n_all))


def shown(app, service):
    return app.look('table row', lambda name: name == service)


def open_filter(app):
    app.click('button', 'Choose Services')
    return app.find('dialog', 'Show Services')


def test_import(app, path):
    app.run('--import', path)
    dialog = app.find('dialog', 'Import Data')
    app.find('label', 'Apjomi.csv', root=dialog)
    app.click('button', '_Import', root=dialog)
    app.gone('dialog', 'Import Data')
    app.action('win.show-services')
    for service in SERVICES:
        wait(lambda service=service: shown(app, service), service)


def test_open_what_is_typed(app):
    """Return opens what fits the words that were typed just before, not what fitted the ones before them."""
    app.action('win.search')
    app.type(app.find(name='Search services', interface='EditableText'), 'ēdin')
    app.press('Return')
    app.find('grouping', lambda name: name == 'Ēdināšana')
    app.action('win.show-services')
    app.click('button', 'Show _All')
    wait(lambda: not app.look('button', 'Show _All'), 'the choice to be forgotten')


def go_to(app, text):
    """Ctrl+K, a few letters, and Enter for the first that is found."""
    app.press('ctrl+k')
    dialog = app.find('dialog', 'Go To')
    app.all_named()
    entry = app.find(name='Service, resource or view', interface='EditableText', root=dialog)
    wait(lambda: entry.get_state_set().contains(Atspi.StateType.FOCUSED), 'the focus in the search')
    app.find('list item', 'Overview', root=dialog)
    app.type(entry, text)
    return dialog


def test_go_anywhere(app):
    """From any view to a service, without its marks, or to a view; what is nowhere is said."""
    app.action('win.show-data')
    dialog = go_to(app, 'edin')
    app.find('list item', lambda name: name == 'Ēdināšana', root=dialog)
    wait(lambda: not app.look('list item', 'Overview', root=dialog), 'the views to go')
    app.press('Return')
    app.gone('dialog', 'Go To')
    app.find('grouping', lambda name: name == 'Ēdināšana')
    dialog = go_to(app, 'nekā tāda')
    app.find(name='No Results Found', root=dialog)
    app.press('Return', 'Escape', 'Escape')
    app.gone('dialog', 'Go To')
    go_to(app, app.tr('Services'))
    app.press('Return')
    app.gone('dialog', 'Go To')
    wait(lambda: shown(app, 'Ēdināšana'), 'the services')


def test_keep_choice(app):
    app.action('win.search')
    entry = app.find(name='Search services', interface='EditableText')
    wait(lambda: entry.get_state_set().contains(Atspi.StateType.FOCUSED), 'the focus in the search')
    found = app.translation.ngettext('%u found', '%u found', 2)
    assert Listener().after(app.type, entry, 'būv') == found % 2
    app.find(name=lambda name: name == counted(app, 2, 4))
    dialog = open_filter(app)
    app.all_named()
    app.enter(app.find('text', 'Keep This Choice As', root=dialog), 'Būvniecība')
    app.find('list item', lambda name: name == 'Būvniecība', root=dialog)
    app.press('Escape')
    app.gone('dialog', 'Show Services')
    app.click('button', 'Show _All')
    wait(lambda: shown(app, 'Ēdināšana'), 'all services')

    dialog = open_filter(app)
    row = app.find('list item', lambda name: name == 'Būvniecība', root=dialog)
    app.focus(row)
    app.press('Return')
    app.gone('dialog', 'Show Services')
    app.find(name=lambda name: name == counted(app, 2, 4))
    assert not shown(app, 'Ēdināšana')


def select_all(app):
    app.focus(app.find('table row', lambda name: name == 'Būvatļauja'))
    app.press('ctrl+a')
    app.find(name=lambda name: name == app.translation.ngettext('%u selected', '%u selected', 2) % 2)


def test_change_several(app):
    select_all(app)
    app.all_named()
    app.press('F2')
    dialog = app.find('dialog', lambda name: name == app.translation.ngettext(
        'Change %u Service', 'Change %u Services', 2) % 2)
    app.enter(app.find('text', 'Done Within, Working Days', root=dialog), '0')
    app.type(app.find('text', 'Write a number of working days, up to ten years', root=dialog), '15')
    app.enter(app.find('text', 'Owner', root=dialog), 'Zane Bērziņa')
    wait(lambda: not app.look('dialog', lambda name: '2' in name), 'the dialog to go')
    app.activate('show-service', "<'Būvatļauja'>")
    assert '15' in app.texts(app.find('list item', 'Done Within, Working Days'))
    app.action('win.show-services')


def test_delete_several(app):
    select_all(app)
    app.press('Delete')
    wait(lambda: not shown(app, 'Būvatļauja'), 'the services to go')
    app.action('win.undo')
    wait(lambda: shown(app, 'Būvatļauja'), 'the services to come back')
    wait(lambda: shown(app, 'Būves nodošana'), 'the services to come back')


def group_by_owner():
    folder = f'{os.environ["XDG_CONFIG_HOME"]}/glib-2.0/settings'
    os.makedirs(folder, exist_ok=True)
    with open(f'{folder}/keyfile', 'w', encoding='utf-8') as file:
        file.write("[org/varam/Capacity]\nlast-view='services'\nservices-group='owner'\nservices-choice='owner=Zane Bērziņa'\n")


def test_groups(app):
    """Also after a restart two have the owner that was given to both at once."""
    app.find(name=lambda name: name == 'Zane Bērziņa (2)')
    app.find(name=lambda name: name == f'{app.tr("Without an owner")} (2)')


def test_choice_is_kept(app):
    """The choice of the last time is there again, until all are shown."""
    keyfile = f'{os.environ["XDG_CONFIG_HOME"]}/glib-2.0/settings/keyfile'
    app.find(name=lambda name: name == counted(app, 2, 4))
    app.click('button', 'Show _All')
    app.find(name=lambda name: name == f'{app.tr("Without an owner")} (2)')
    wait(lambda: "services-choice=''" in open(keyfile, encoding='utf-8').read(), 'the choice to be forgotten')


def main():
    with tempfile.TemporaryDirectory() as folder:
        table = f'{folder}/Apjomi.csv'
        volumes(table)
        app = App(language=LANGUAGE)
        app.find('list item', 'Look at the _Sample')
        test_import(app, table)
        test_open_what_is_typed(app)
        test_go_anywhere(app)
        test_keep_choice(app)
        test_change_several(app)
        test_delete_several(app)
        app.close()

        group_by_owner()
        app = App(language=LANGUAGE)
        test_choice_is_kept(app)
        test_groups(app)
        app.close()


main()
