"""A province's peers as a sheet, a document and records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dtcompare.analysis.peers import Peer, Peers
from dtcompare.text import capital
from dtcompare.view.citations import Citations
from dtcompare.view.figures import province_document
from dtcompare.view.phrases import Phrases
from dtcompare.view.sheet import Records, Remark, Sheet
from dtcompare.view.tables import DataColumn, SheetWriter, records

if TYPE_CHECKING:
    from dtcompare.view.documents.peers import PeerDocument

_COMPARED = 3  # peers in the command that is named next


def peers_sheet(peers: Peers, phrases: Phrases, citations: Citations) -> Sheet:
    """Lay out the peers: how many people, which region, and who is ahead on how much."""
    writer, say = SheetWriter(phrases, citations), phrases.say
    here = phrases.full_name(peers.province)
    columns: tuple[DataColumn[Peer], ...] = (
        writer.province_column(lambda peer: peer.province),
        DataColumn[Peer](
            "column.same-region", lambda peer: say("yes" if peer.same_region else "no")
        ),
        DataColumn[Peer]("column.people", lambda peer: _people(peer.province, phrases), "right"),
        DataColumn[Peer]("column.compared", lambda peer: str(peer.compared), "right"),
        DataColumn[Peer]("column.is-ahead", lambda peer: str(peer.ahead), "right"),
        DataColumn[Peer]("column.is-behind", lambda peer: str(peer.behind), "right"),
    )
    title = say("peers.title", name=capital(here))
    people = _people(peers.province, phrases)
    if peers.empty:
        return writer.sheet(title, peers.as_of, [say("peers.empty")], ())
    key = "peers.people" if people != "–" else "peers.people.unknown"
    sentence = say(key, name=capital(here), count=people)
    table = writer.table(peers.peers, columns, pages=lambda peer: _pages(peer.province, phrases))
    citations.cite(_pages(peers.province, phrases))
    ids = " ".join([peers.province, *(peer.province for peer in peers.peers[:_COMPARED])])
    following = Remark(say("peers.next"), command=f"dtcompare compare {ids}")
    return writer.sheet(title, peers.as_of, [sentence], (table, following))


def _people(id: str, phrases: Phrases) -> str:
    """Return how many people the register gives a province; a dash where it gives none."""
    population = phrases.dataset.province(id).population
    return phrases.number(population.number) if population is not None else "–"


def _pages(id: str, phrases: Phrases) -> list[str]:
    """Return the page behind the number of people."""
    population = phrases.dataset.province(id).population
    return [population.source] if population is not None else []


def peers_document(peers: Peers, phrases: Phrases) -> dict[str, object]:
    """Return the JSON object ``peers/1``."""
    return {
        "schema": "peers/1",
        "filters": {"province": peers.province},
        "peers": [_peer(peer, phrases) for peer in peers.peers],
    }


def _peer(peer: Peer, phrases: Phrases) -> PeerDocument:
    province = phrases.dataset.province(peer.province)
    return {
        **province_document(peer.province, phrases),
        "region": province.region,
        "population": province.population.number if province.population else None,
        "same_region": peer.same_region,
        "compared": peer.compared,
        "ahead": peer.ahead,
        "behind": peer.behind,
    }


def peers_records(peers: Peers, phrases: Phrases) -> Records:
    """Return a record for every peer."""
    return records(
        "province name region population same_region compared ahead behind",
        [_peer(peer, phrases) for peer in peers.peers],
    )
