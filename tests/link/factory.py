"""Reports and readings made by hand, and a wire story with its retellings; all wording is our own."""

from reportedly.reading import Reading, Sentence
from reportedly.report import Completeness, Report
from reportedly.text.sentence import split_sentences

WIRE = """\
Sarvia has moved two patrol ships out of the harbour at Port Lodna and is keeping its radar station open, three port officials told Northwire.
Pictures taken on Tuesday show what appeared to be a fuel tanker beside the northern pier, apparently getting ready to sail.
"We will not give up the station, and nobody has asked us to," said Colonel Ilian Dresk, who commands the harbour garrison.
A trader stationed outside the customs yard said at least seven lorries had left for the border on Monday.
The ministry of transport was probably sending spare parts by rail, said Mara Velke, an analyst at the Lodna Institute.
Northwire could not independently verify how many sailors were still in the barracks.
Very senior engineers from the shipyard were seen walking toward the dry dock with suitcases, a dock worker said.
The harbour was leased to Sarvia in 1988 for thirty years, and the lease was renewed quietly after the floods of 2016.
"""

REWRITE = """\
According to three port officials who spoke to Northwire, Sarvia has withdrawn two patrol vessels from Port Lodna harbour but is holding on to its radar station.
Pictures from Tuesday revealed a fuel tanker at the northern pier, seemingly preparing to sail.
"We are not giving up the station, and we were never asked to," stated Colonel Ilian Dresk, commander of the harbour garrison.
A trader stationed near the customs yard confirmed that at least nine lorries left for the border on Monday.
Mara Velke, an analyst at the Lodna Institute, suggested that the transport ministry may be sending spare parts by rail.
Engineers from the shipyard were seen walking along the dry dock with suitcases, according to a dock worker.
Leased to Sarvia in 1988 for thirty years, the harbour had its lease renewed quietly following the 2016 floods.
"""

OTHER = """\
The bakery on Mill Street will close in April after ninety years, its owner told the Weekly Courier.
Flour has become dear and the ovens need repairs that the family cannot pay for, she said.
Neighbours have started a collection and hope to raise enough to keep the shop open until the summer.
A buyer from the coast looked at the building last week but made no offer, according to the town clerk.
"""


def report(id_, body, **more):
    fields = dict.fromkeys(
        "path title published published_basis modified publisher agency url language dateline".split()
    )
    tuples = dict.fromkeys("authors editors notices cut links".split(), ())
    made = {**fields, **tuples, "id": id_, "body": body, "completeness": Completeness.UNKNOWN, **more}
    return Report(**made)


def reading(id_, body, **more):
    sentences = tuple(Sentence(start=start, end=end) for start, end in split_sentences(body))
    return Reading(
        report=report(id_, body, **more),
        made_by={},
        not_analysed="made by hand",
        sentences=sentences,
        attributions=(),
        events=(),
        places=(),
        times=(),
        entities=(),
    )
