"""Volumes with a gap and a month far off, and services that are alike: found, mended in place, corrected in the table by
month, accepted, and taken back; and volumes by the quarter."""
import os
import subprocess
import sys
import tempfile

from ui import App, Atspi, wait

SERVICE = 'Laulības reģistrēšana'
TWINS = ['Kapu kopšana', 'Parku kopšana']
LANGUAGE = sys.argv[1]


def volumes(path):
    """Four years of months: one is missing, one is ten times too large, as a slip of the hand makes it."""
    with open(path, 'w', encoding='utf-8') as file:
        file.write('Pakalpojums;Periods;Apjoms\n')
        for i in range(46):
            value = 200 + i * 7 % 23
            if i == 30:
                value *= 10
            if i != 20:
                file.write(f'{SERVICE};{2023 + i // 12}-{i % 12 + 1:02d};{value}\n')


def starts_with(app, text):
    """What the window says, up to the month."""
    return lambda name: name.startswith(app.tr(text).split('%')[0])


def finding(app, text):
    return app.look(name=starts_with(app, text))


def alike(path):
    """Two services of the same volumes."""
    with open(path, 'w', encoding='utf-8') as file:
        file.write('Pakalpojums;Periods;Apjoms\n')
        for i in range(24):
            for service in TWINS:
                file.write(f'{service};{2024 + i // 12}-{i % 12 + 1:02d};{90 + i * 5 % 17}\n')


def test_import(app, path):
    app.run('--import', path)
    dialog = app.find('dialog', 'Import Data')
    app.find('label', os.path.basename(path), root=dialog)
    app.click('button', '_Import', root=dialog)
    app.gone('dialog', 'Import Data')


def test_found(app):
    app.action('win.show-data')
    app.find(name=starts_with(app, 'Nothing measured: %s'))
    app.find(name=starts_with(app, 'Far from what is likely: %s'))
    app.find(name='Laulības.csv')
    app.all_named()


def choose(app, text, n):
    """By the keyboard, the nth line in the menu of the finding that says @text."""
    row = wait(lambda: next((row for row in app.walk() if row.get_role_name() == 'list item'
                             and app.look(name=starts_with(app, text), root=row)
                             and app.look('toggle button', starts_with(app, 'Mend “%1$s”: %2$s'), root=row)), None), text)
    app.focus(app.find('toggle button', starts_with(app, 'Mend “%1$s”: %2$s'), root=row))
    app.press('Return')
    wait(lambda: any(item.get_role_name() == 'menu item' and item.get_state_set().contains(Atspi.StateType.FOCUSED)
                     for item in app.walk(row)), 'the menu')
    app.press(*['Down'] * n, 'Return')


def test_mend(app):
    choose(app, 'Nothing measured: %s', 0)
    wait(lambda: not finding(app, 'Nothing measured: %s'), 'the gap to be filled')
    app.press('Shift_L')  # no window has the focus of the display after the menu
    wait(lambda: (row := app.focused_row()) and app.look(name=starts_with(app, 'Far from what is likely: %s'), root=row),
         'the focus to go to the next finding')
    app.action('win.undo')
    wait(lambda: finding(app, 'Nothing measured: %s'), 'the gap to come back')
    choose(app, 'Far from what is likely: %s', 1)
    wait(lambda: not finding(app, 'Far from what is likely: %s'), 'the month to be accepted')
    app.all_named()
    app.find(name=lambda name: name.startswith(app.tr('Real: %1$s, measured %2$s').split('%')[0])
             and name.endswith('030'))
    app.click('button', lambda name: name.startswith(app.tr('Show Again: %1$s, %2$s').split('%')[0]))
    wait(lambda: finding(app, 'Far from what is likely: %s'), 'the month to be shown again')
    app.action('win.undo')
    wait(lambda: not finding(app, 'Far from what is likely: %s'), 'the month to be accepted')
    app.action('win.undo')
    wait(lambda: finding(app, 'Far from what is likely: %s'), 'the month to come back')


def test_correct(app):
    """The month that is too large is written over; then it is like the others."""
    choose(app, 'Far from what is likely: %s', 0)
    dialog = app.find('dialog', lambda name: name == SERVICE)
    cell = wait(lambda: next((cell for cell in app.walk(dialog) if 'EditableText' in cell.get_interfaces()
                              and len(app.text(cell).strip()) > 3), None), 'the month that is too large')
    app.all_named()
    app.enter(cell, 'daudz')
    assert app.text(cell) == 'daudz'
    app.enter(cell, '215')
    app.press('Escape')
    app.gone('dialog', SERVICE)
    wait(lambda: not finding(app, 'Far from what is likely: %s'), 'the month to be right')


def test_alike(app, path):
    """That two services have the same volumes is accepted, and asked about again."""
    same = 'The same volumes as another service'
    test_import(app, path)
    app.action('win.show-data')
    app.find(name=starts_with(app, same))
    choose(app, same, 0)
    wait(lambda: not finding(app, same), 'the services to be accepted')
    accepted = app.tr('Show Again: %1$s, %2$s').replace('%1$s', TWINS[1]).replace(
        '%2$s', app.tr('The same volumes as “%s”') % TWINS[0])
    app.all_named()
    app.click('button', accepted)
    wait(lambda: finding(app, same), 'the services to be shown again')
    app.action('win.undo')
    app.find('button', accepted)
    app.action('win.undo')
    wait(lambda: finding(app, same), 'the services to come back')


def undo_import(app, file):
    return app.find('button', app.tr('Undo the Import of “%s”') % file)


def test_reverted(app, path):
    """An import is taken back though another has followed; of one that something builds upon, that is named."""
    same = 'The same volumes as another service'
    with open(path, 'w', encoding='utf-8') as file:
        file.write('Pakalpojums;Periods;Apjoms\n')
        for i in range(12):
            file.write(f'Suņu reģistrs;2025-{i + 1:02d};{70 + i * 5 % 13}\n')
    test_import(app, path)
    app.action('win.show-data')
    app.click('button', undo_import(app, 'Laulības.csv').get_name())
    app.find(name='The Import Was Not Undone')
    app.find(name=lambda text: app.tr('Change Volumes of “%s”') % SERVICE in text)
    app.press('Escape')
    app.gone(None, 'The Import Was Not Undone')
    app.click('button', undo_import(app, 'Kopšana.csv').get_name())
    app.toast(app.tr('Import of “%s” undone') % 'Kopšana.csv')
    wait(lambda: not finding(app, same), 'the services to go')
    app.gone('button', app.tr('Undo the Import of “%s”') % 'Kopšana.csv')
    app.all_named()
    app.action('win.undo')
    wait(lambda: finding(app, same), 'the services to come back')
    undo_import(app, 'Kopšana.csv')


def quarters(path):
    """Six years and a half by the quarter, of which one is missing, with a capacity."""
    with open(path, 'w', encoding='utf-8') as file:
        file.write('Pakalpojums;Ceturksnis;Apjoms\n')
        for i in range(26):
            if i != 10:
                file.write(f'Arhīva izziņas;{2020 + i // 4}-Q{i % 4 + 1};{600 + 40 * (i % 4) + 10 * (i * 7 % 5)}\n')


def test_quarters():
    """What is counted by the quarter only is judged and forecast, and says what its months are."""
    with tempfile.TemporaryDirectory() as folder:
        quarters(f'{folder}/Apjomi.csv')
        subprocess.run([os.environ['CAPACITY_PROGRAM'], '--portfolio', f'{folder}/test.capacity', '--import', f'{folder}/Apjomi.csv',
                        '--service', 'Arhīva izziņas', '--capacity', '240/month'], check=True, stdout=subprocess.DEVNULL)
        app = App('--portfolio', f'{folder}/test.capacity', language=LANGUAGE)
        app.activate('show-service', "<'Arhīva izziņas'>")
        said = app.find('image', 'Demand and capacity').get_description()
        for text in ('Counted by the quarter: each month is its share by working days.',
                     'Forecast to %1$s: %2$s a month, with a probability of 80%% from %3$s to %4$s.'):
            assert app.tr(text).split('%')[0] in said, said
        app.find('label', lambda name: name.endswith(app.tr('%s Counted by the quarter: this is the fullest quarter, the peaks '
                                                            'within it are not known.')[2:]))
        assert not any(app.look('image', title) for title in ('Season', 'Level, season and the rest', 'Signal or chance'))
        app.all_named()
        app.action('win.show-data')
        gap = app.tr('Nothing measured: %s') % ('2022. gada 3. ceturksnis' if LANGUAGE == 'lv' else 'quarter 3 of 2022')
        app.find(name=lambda name: gap in name)
        choose(app, 'Nothing measured: %s', 0)
        wait(lambda: not finding(app, 'Nothing measured: %s'), 'the quarter to be accepted')
        app.close()


def main():
    with tempfile.TemporaryDirectory() as folder:
        table = f'{folder}/Laulības.csv'
        volumes(table)
        app = App(language=LANGUAGE)
        app.find('list item', 'Look at the _Sample')
        test_import(app, table)
        test_found(app)
        test_mend(app)
        test_correct(app)
        twins = f'{folder}/Kopšana.csv'
        alike(twins)
        test_alike(app, twins)
        test_reverted(app, f'{folder}/Suņi.csv')
        app.close()
    test_quarters()


main()
