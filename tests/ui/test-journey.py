"""From an empty start to a verdict and a page: import a file, say the capacity, undo, export, start again."""
import os
import sys
import tempfile

from ui import App, Atspi, wait

SERVICE = 'Laulības reģistrēšana'
LANGUAGE = sys.argv[1]


def volumes(path):
    """Five years of months, about 25 a month, that do not grow."""
    with open(path, 'w', encoding='utf-8') as file:
        file.write('Pakalpojums;Periods;Apjoms\n')
        for i in range(58):
            file.write(f'{SERVICE};{2022 + i // 12}-{i % 12 + 1:02d};{20 + i * 7 % 11}\n')


def show_service(app):
    app.activate('show-service', f"<'{SERVICE}'>")
    return app.find('grouping', lambda name: name == SERVICE)


def capacity_entry(app):
    return app.find('text', 'Regularly')


def headline(app, text):
    app.find('heading', text)


def test_import(app, path):
    app.run('--import', path)
    dialog = app.find('dialog', 'Import Data')
    app.find('label', 'Laulības.csv', root=dialog)
    app.all_named()
    app.click('button', '_Import', root=dialog)
    app.gone('dialog', 'Import Data')
    app.find('list', 'Views')


def test_capacity(app):
    show_service(app)
    headline(app, 'Say how much the service can deliver to see whether that suffices.')
    app.click('button', 'Type _Capacity')
    wait(lambda: capacity_entry(app).get_state_set().contains(Atspi.StateType.FOCUSED), 'the focus at the capacity')
    app.enter(capacity_entry(app), '60')
    app.gone('button', 'Type _Capacity')
    headline(app, 'There is more capacity than is used.')
    app.enter(capacity_entry(app), '20,5')
    headline(app, 'Capacity does not suffice already now.')
    app.all_named()


def test_low_peak(app):
    """Less at peak times than on ordinary days is kept, and questioned below the rows."""
    warning = 'At peak times less is given than on ordinary days. Check whether that is so.'
    app.enter(app.find('text', 'At Peak Times, if Different'), '20')
    app.find('label', warning)
    app.enter(app.find('text', 'At Peak Times'), '21')
    app.gone('label', warning)
    app.action('win.undo')
    app.find('label', warning)
    app.action('win.undo')
    app.gone('label', warning)
    app.find('text', 'At Peak Times, if Different')


def test_undo(app):
    app.action('win.undo')
    headline(app, 'There is more capacity than is used.')
    app.action('win.redo')
    headline(app, 'Capacity does not suffice already now.')


def is_written(path):
    wait(lambda: os.path.exists(path) and os.path.getsize(path) > 10000, path)
    with open(path, 'rb') as file:
        assert file.read(5) == b'%PDF-'


def test_export(app, path):
    app.click('button', 'Export Service Sheet as PDF')
    app.choose_file('Export as PDF', path)
    is_written(path)


def test_export_overview(app, path):
    app.action('win.show-overview')
    menu = app.find('toggle button', 'Export as PDF')
    app.focus(menu)
    app.press('Return')
    app.find('menu item', lambda name: name.startswith(app.tr('Export _Overview Page…').replace('_', '')))
    app.press('Return')
    app.choose_file('Export as PDF', path)
    is_written(path)


def test_reports(app):
    """The pages of a report stand in its dialog; a section that is switched off is gone from them."""
    app.action('win.reports')
    dialog = app.find('dialog', 'Reports')
    app.find(name=app.tr('Page %u of %u') % (1, 2), root=dialog)
    modes = app.tr('In three modes, a month')
    app.find(name=modes, root=dialog)
    app.all_named()
    app.focus(app.find(name=modes, root=dialog))
    app.press('space')
    app.find(name=app.tr('Page %u of %u') % (1, 2), root=dialog)
    app.click('button', app.tr('Add Own Text to “%s”') % app.tr('Demand and capacity'), root=dialog)
    app.type(app.find('text', app.tr('Own Text')), 'Mūsu vārdi.')
    app.click('button', '_Save')
    app.gone('dialog', 'Own Text')
    app.find('button', app.tr('Change the Own Text of “%s”') % app.tr('Demand and capacity'), root=dialog)
    app.click('button', 'Close', root=dialog)
    app.gone('dialog', 'Reports')
    app.action('win.undo')


def test_audit_period(app):
    """An audit extract goes as far back as is chosen; Escape takes the dialog away."""
    app.action('win.reports')
    dialog = app.find('dialog', 'Reports')
    app.find(name=app.tr('Page %u of %u') % (1, 2), root=dialog)
    app.choose_in_row('Report', app.tr('Audit Extract'))
    app.find(name=app.tr('What was changed'), root=dialog)
    app.choose_in_row('Period', app.tr('All Time'))
    first = [app.tr('Page %u of %u') % (1, n) for n in range(1, 9)]
    app.find(name=lambda name: name in first, root=dialog)
    app.all_named()
    app.escape(lambda: not app.look('dialog', 'Reports'), 'the reports to go')


def test_is_kept(app):
    show_service(app)
    headline(app, 'Capacity does not suffice already now.')
    app.action('win.undo')
    headline(app, 'There is more capacity than is used.')


def main():
    with tempfile.TemporaryDirectory() as folder:
        table = f'{folder}/Laulības.csv'
        volumes(table)

        app = App(language=LANGUAGE)
        app.find('list item', 'Look at the _Sample')
        app.all_named()
        test_import(app, table)
        test_capacity(app)
        test_low_peak(app)
        test_undo(app)
        test_reports(app)
        test_audit_period(app)
        test_export(app, f'{folder}/lappuse.pdf')
        test_export_overview(app, f'{folder}/pārskats.pdf')
        app.close()

        app = App(language=LANGUAGE)
        test_is_kept(app)
        app.close()


main()
