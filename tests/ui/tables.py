"""Files of volumes as institutions have them, with invented services, cases and persons."""
import zipfile
from xml.sax.saxutils import escape

RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'


def months(n, first=2024):
    return [f'{first + i // 12}-{i % 12 + 1:02d}' for i in range(n)]


def xlsx_cell(value):
    if isinstance(value, str):
        return f'<c t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    return f'<c><v>{value}</v></c>'


def write_xlsx(path, sheets):
    """Write a workbook; sheets are names and rows of texts and numbers."""
    names = list(sheets)
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as book:
        book.writestr('_rels/.rels', f'<Relationships><Relationship Id="r" Type="{RELATIONS}/officeDocument"'
                                     ' Target="xl/workbook.xml"/></Relationships>')
        book.writestr('xl/_rels/workbook.xml.rels', '<Relationships>' + ''.join(
            f'<Relationship Id="r{i}" Type="{RELATIONS}/worksheet" Target="worksheets/sheet{i}.xml"/>'
            for i in range(len(names))) + '</Relationships>')
        book.writestr('xl/workbook.xml', f'<workbook xmlns:r="{RELATIONS}"><sheets>' + ''.join(
            f'<sheet name="{escape(name)}" sheetId="{i + 1}" r:id="r{i}"/>' for i, name in enumerate(names))
            + '</sheets></workbook>')
        for i, name in enumerate(names):
            rows = ''.join(f'<row>{"".join(map(xlsx_cell, row))}</row>' for row in sheets[name])
            book.writestr(f'xl/worksheets/sheet{i}.xml', f'<worksheet><sheetData>{rows}</sheetData></worksheet>')


def ods_cell(value):
    if isinstance(value, str):
        return f'<table:table-cell office:value-type="string"><text:p>{escape(value)}</text:p></table:table-cell>'
    return f'<table:table-cell office:value-type="float" office:value="{value}"><text:p>{value}</text:p></table:table-cell>'


def write_ods(path, rows):
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as book:
        book.writestr('mimetype', 'application/vnd.oasis.opendocument.spreadsheet')
        book.writestr('content.xml', '<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x">'
                      '<office:body><office:spreadsheet><table:table table:name="Dati">' + ''.join(
                          f'<table:table-row>{"".join(map(ods_cell, row))}</table:table-row>' for row in rows)
                      + '</table:table></office:spreadsheet></office:body></office:document-content>')


def write_csv(path, rows):
    with open(path, 'w', encoding='utf-8') as file:
        file.writelines(';'.join(map(str, row)) + '\n' for row in rows)


def volumes(service, n=24, count='Apjoms'):
    return [['Pakalpojums', 'Periods', count]] + [[service, month, 20 + i * 7 % 11] for i, month in enumerate(months(n))]


PERSONS = ['Zane Paraugdēla', '010190-12345', 'zane@piemers.lv', '+37120000001', 'brauc ciemos']


def cases(n=60):
    rows = [['Nr.', 'Saņemts', 'Slēgts', 'Pakalpojums', 'Kanāls', 'Klients', 'Personas kods', 'E-pasts', 'Tālrunis',
             'Apraksts']]
    for i in range(n):
        received = f'{i % 28 + 1:02d}.{i % 6 + 1:02d}.2026.'
        rows.append([f'T-{i}', received, received if i % 5 else '', 'Apliecība' if i % 3 else 'Izziņa',
                     'klātienē' if i % 2 else 'tālrunis', *PERSONS])
    return rows
