"""The vocabulary of what an exported Word file carries along: written by `export`, read by `importers`.

A custom XML part of the package, which Word and most other programs keep and nobody sees:

    <report xmlns="urn:nianbao:figures:1" form="2021" year="2025" agency="…">
      <cell id="disclosure.rules.issued">0</cell> … all cells of the form, as printed
    </report>
"""

DRAFT = "草稿编号"
"""The property of the file, as Word and WPS show it, with the random id of the draft it was exported from."""
NAMESPACE = "urn:nianbao:figures:1"
"""The namespace of the part; a later vocabulary that this one cannot read gets another number."""
