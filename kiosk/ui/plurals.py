"""Words that depend on a number."""

from __future__ import annotations

from PySide6.QtCore import QObject


class Plurals(QObject):
    """Sentences with a count, in the plural form that the language asks for.

    They stand in a QObject because `pyside6-lupdate` finds plurals only in its `tr`.
    """

    def people(self, count: int) -> str:
        return self.tr("%n people", "", count)

    def places_left(self, count: int) -> str:
        return self.tr("%n places left on the ticket", "", count)

    def pupils(self, count: int) -> str:
        return self.tr("%n pupils", "", count)

    def adults(self, count: int) -> str:
        return self.tr("%n adults", "", count)

    def names_written(self, count: int) -> str:
        return self.tr("%n names written down", "", count)

    def scanned_before(self, count: int) -> str:
        return self.tr(
            "%n records were made at this kiosk before. They are kept as tests and do not count.",
            "",
            count,
        )

    def kept_as_tests(self, count: int) -> str:
        return self.tr("%n earlier records are kept as tests. Every scan counts now.", "", count)

    def missing(self, count: int) -> str:
        return self.tr("%n missing", "", count)

    def at_least_missing(self, count: int) -> str:
        return self.tr("at least %n records missing", "", count)

    def entered_twice(self, count: int) -> str:
        return self.tr("%n tickets entered twice", "", count)

    def groups_uncounted(self, count: int) -> str:
        return self.tr("%n groups not counted", "", count)

    def copies_reported(self, count: int) -> str:
        return self.tr("%n copied tickets reported", "", count)

    def overrides(self, count: int) -> str:
        return self.tr("%n exceptions allowed", "", count)

    def data_as_of(self, minutes: int) -> str:
        """`{time}` stands for a time of the day."""
        return self.tr("data as of {time}, %n min ago", "", minutes)

    def trials_without_entry(self, count: int) -> str:
        return self.tr("%n trials without an entry", "", count)

    def kiosks(self, count: int) -> str:
        return self.tr("%n kiosks", "", count)

    def in_the_way(self, count: int) -> str:
        """`{kiosks}` stands for the kiosks' names, or for their number."""
        return self.tr("In the way: {kiosks}.", "", count)

    def kiosks_ended(self, count: int) -> str:
        return self.tr("%n kiosks ended", "", count)

    def not_ended(self, count: int) -> str:
        """Of kiosks that were named just before."""
        return self.tr("day not ended", "", count)

    def records_not_sent(self, count: int) -> str:
        return self.tr("%Ln records not sent", "", count)

    def saved_not_sent(self, count: int) -> str:
        return self.tr("%Ln records are saved here and not sent yet", "", count)

    def receipts_checked(self, count: int) -> str:
        return self.tr("%n receipts checked", "", count)

    def records_on_server(self, count: int) -> str:
        """`{all}` stands for the number of all records."""
        return self.tr("%Ln records of {all} are on the central server, each once", "", count)
