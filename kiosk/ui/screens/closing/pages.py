"""The pages of the closing screen: still open, this kiosk's head, and done."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QLineEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from kiosk.domain.texts import LONGEST_TEXT
from kiosk.ui.plurals import Plurals
from kiosk.ui.screens.closing import wording
from kiosk.ui.screens.closing.devices import Devices
from kiosk.ui.screens.closing.discrepancies import Discrepancies
from kiosk.ui.screens.closing.state import (
    ClosingState,
    EndQuestion,
    HeadShown,
    Page,
    Work,
    is_reason,
)
from kiosk.ui.theme.state import put_state
from kiosk.ui.theme.tokens import SIZES
from kiosk.ui.tone import Tone
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.layouts import card, clear_away, column, row, show_only
from kiosk.ui.widgets.mark import VerdictMark
from kiosk.ui.widgets.qr import QrCode
from kiosk.ui.widgets.text import Elided, Tight, label
from kiosk.ui.wording import number

_FOOT_GAP = 14
_QR_SIDE = 380
_DISCREPANCIES_WIDTH = 260
_DEVICE_COLUMNS = 3


class OpenPage(QWidget):
    """The day is not closed yet: what is missing, and what to press."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("clear")
        self._page: Page | None = None
        self.refresh = Button(self.tr("Refresh"))
        self._banner = QFrame()
        self._banner.setObjectName("banner")
        self._strong, self._rest = label("h2"), label("body", wrap=True)
        words = row(self._strong, spacing=8)
        words.addWidget(self._rest, 1)
        words.setContentsMargins(20, 14, 20, 14)
        self._banner.setLayout(words)
        self._progress = QProgressBar(minimum=0, maximum=0, textVisible=False)
        self._devices, self.discrepancies = Devices(), Discrepancies()
        self.discrepancies.setFixedWidth(_DISCREPANCIES_WIDTH)
        self._rule = QFrame()
        self._rule.setObjectName("rule")
        self._rule.setFixedWidth(1)
        self.end_day = Button(self.tr("End this kiosk's day"))
        self.close_day = Button(self.tr("Close the day"), look="primary")
        self.without = Button()
        self._foot = QWidget()
        self._foot.setObjectName("clear")
        self._foot.setLayout(
            row(self.close_day, self.end_day, self.without, None, spacing=_FOOT_GAP)
        )
        self.reason, self.ending = ReasonRow(), EndingRow()
        self._lay_out()

    def show_state(self, state: ClosingState) -> None:
        page, idle = state.page, state.work is Work.NONE
        strong, rest, tone = wording.banner(state)
        self._strong.setText(strong)
        self._strong.setVisible(bool(strong))
        self._rest.setText(rest)
        self._banner.setVisible(bool(strong or rest))
        put_state(self._banner, tone=tone.value)
        self._progress.setVisible(not idle)
        if page is not None and page != self._page:
            self._page = page
            self._devices.show_page(page)
            self.discrepancies.show_page(page)
        self._devices.setVisible(page is not None)
        self.discrepancies.setVisible(page is not None)
        self._rule.setVisible(page is not None)
        in_the_way = bool(page and page.in_the_way)
        failed = page is None or page.failure is not None
        mine_ended = page is not None and any(d.this_one and d.ended for d in page.devices)
        mine_first = page is not None and any(d.this_one for d in page.in_the_way)
        put_state(self.end_day, look="primary" if mine_first and not mine_ended else "")
        self.refresh.setEnabled(idle)
        self.end_day.setEnabled(idle and not mine_ended)
        self.close_day.setEnabled(idle and not in_the_way and not failed)
        self.without.setVisible(in_the_way)
        self.without.setEnabled(idle)
        if page is not None:
            self.without.setText(wording.close_without(page))
        if state.ending is not None:
            self.ending.show_question(state.ending)
        asking = state.asking_reason, state.ending is not None and not state.asking_reason
        show_only({self.reason: asking[0], self.ending: asking[1], self._foot: not any(asking)})

    def _lay_out(self) -> None:
        middle = row(spacing=20)
        middle.addWidget(self._devices, 1)
        middle.addWidget(self._rule)
        middle.addWidget(self.discrepancies)
        heading = row(label("title", self.tr("Close the day")), None, self.refresh)
        inside = column(heading, self._banner, self._progress, spacing=SIZES["s3"])
        inside.addLayout(middle, 1)
        inside.addWidget(self._foot)
        inside.addWidget(self.reason)
        inside.addWidget(self.ending)
        self.setLayout(column(card(inside)))


class ReasonRow(QWidget):
    """Why the day is closed without a kiosk: asked in place, kept in the report."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("clear")
        self.field = QLineEdit()
        self.field.setMaxLength(LONGEST_TEXT)
        self.field.setPlaceholderText(self.tr("Why? For the report, 3 characters or more"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.close_day = Button(self.tr("Close the day"), look="primary", key="Enter")
        self.leave = Button(self.tr("Back"), key="Esc")
        self.close_day.setEnabled(False)
        self.field.textChanged.connect(lambda text: self.close_day.setEnabled(is_reason(text)))
        layout = row(spacing=_FOOT_GAP)
        layout.addWidget(self.field, 1)
        layout.addWidget(self.close_day)
        layout.addWidget(self.leave)
        self.setLayout(layout)


class EndingRow(QWidget):
    """Whether this kiosk's day is to be ended: asked in place, with what it means."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("clear")
        meaning = label(
            "body",
            self.tr(
                "Closing the day counts on no more records from this kiosk today. "
                "A scan is still recorded, but after it this has to be done again."
            ),
            wrap=True,
        )
        self.end_day = Button(self.tr("End this kiosk's day"), look="primary", key="Enter")
        self.leave = Button(self.tr("Back"), key="Esc")
        foot = row(self.end_day, self.leave, None, spacing=_FOOT_GAP)
        title = label("h2", self.tr("End this kiosk's day?"))
        self._facts = label("strong", wrap=True)
        words = column(title, meaning, self._facts, spacing=SIZES["s2"])
        self.setLayout(column(words, foot, spacing=SIZES["s3"]))

    def show_question(self, question: EndQuestion) -> None:
        self._facts.setText(wording.before_the_end(question))


class HeadPage(QWidget):
    """The end of this kiosk's journal as a QR code and as digits."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("clear")
        self._qr = QrCode(_QR_SIDE)
        self._seq, self._digits = label("who"), label("figure")
        self._pending = label("meta", wrap=True)
        self.leave = Button(self.tr("Close"), look="primary", key="Esc")
        title = Tight("idle-hero", leading=1.05, spacing=-1.5)
        title.setText(self.tr("This kiosk is done"))
        hint = label(
            "lab",
            self.tr("Take a picture of this code: it shows which record of this kiosk is the last"),
            wrap=True,
        )
        words = column(
            title, self._seq, self._digits, self._pending, hint, None, self.leave, spacing=18
        )
        words.setAlignment(self.leave, Qt.AlignmentFlag.AlignLeft)
        inside = row(spacing=40)
        inside.addWidget(self._qr, 0, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(words, 1)
        self.setLayout(column(card(inside, padding=40)))

    def show_head(self, head: HeadShown) -> None:
        self._qr.show_text(head.qr)
        self._seq.setText(self.tr("Last record: {number}").format(number=number(head.seq)))
        self._digits.setText(head.digits)
        if head.pending:
            self._pending.setText(Plurals().saved_not_sent(head.pending))
        else:
            self._pending.setText(self.tr("Everything is sent"))


class DonePage(QFrame):
    """Closed: the proof in one sentence, kiosk by kiosk."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("stage")
        self.setProperty("tone", Tone.GO.value)
        self._hero = Tight("hero", leading=1.02, spacing=-1.5)
        self._records = Tight("who", leading=1.2)
        self._facts = label("meta", wrap=True)
        self._devices = QGridLayout()
        self._devices.setSpacing(_FOOT_GAP)
        for place in range(_DEVICE_COLUMNS):
            self._devices.setColumnStretch(place, 1)
        self._proof = Tight("next", leading=1.18)
        self.save = Button(self.tr("Save the proof"), look="white")
        self.refresh = Button(self.tr("Refresh"), look="deep")
        self._note = label("body", wrap=True)
        self._lay_out()

    def show_page(self, page: Page, state: ClosingState) -> None:
        self._hero.setText(wording.done_title(page))
        self._records.setText(wording.done_records(page))
        self._facts.setText(wording.done_facts(page))
        clear_away(self._devices)
        for index, device in enumerate(page.devices):
            where = divmod(index, _DEVICE_COLUMNS)
            tick = " ✓" if device.ended and not device.missing else ""
            numbers = f"{number(device.on_server)} {wording.of_recorded(device)}{tick}"
            flat = len(page.devices) > _DEVICE_COLUMNS
            self._devices.addWidget(_device_card(device.name, numbers, flat=flat), *where)
        self._proof.setText(wording.proof(page, state.saved_to))
        strong, rest, _ = wording.banner(state)
        busy = state.work is not Work.NONE
        notes = " · ".join(wording.done_notes(page))
        self._note.setText(f"{strong} {rest}".strip() if busy or state.failure else notes)
        self.save.setEnabled(not busy)
        self.refresh.setEnabled(not busy)

    def _lay_out(self) -> None:
        head = row(VerdictMark(104, Tone.GO, on_stage=True), spacing=26)
        head.addWidget(self._hero, 1)
        saying = QFrame()
        saying.setObjectName("next")
        inside = column(label("next-lead", self.tr("Proof")), self._proof, spacing=SIZES["s1"])
        inside.setContentsMargins(26, 20, 26, 20)
        saying.setLayout(inside)
        foot = row(self.save, self.refresh, spacing=_FOOT_GAP)
        foot.addWidget(self._note, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(40, 32, 40, 32)
        page.setSpacing(0)
        page.addLayout(head)
        page.addSpacing(11)
        page.addWidget(self._records)
        page.addSpacing(6)
        page.addWidget(self._facts)
        page.addSpacing(24)
        page.addLayout(self._devices)
        page.addStretch(1)
        page.addWidget(saying)
        page.addSpacing(18)
        page.addLayout(foot)


def _device_card(name: str, numbers: str, *, flat: bool) -> QWidget:
    """A kiosk in two lines, or in one where there are more of them than one row has room for."""
    frame = QFrame()
    frame.setObjectName("device")
    called, held = Elided("strong"), label("body", numbers)
    called.setText(name)
    inside: QBoxLayout = row() if flat else column(spacing=2)
    inside.addWidget(called, 1 if flat else 0)
    inside.addWidget(held)
    sides, ends = (14, 8) if flat else (18, 12)
    inside.setContentsMargins(sides, ends, sides, ends)
    frame.setLayout(inside)
    return frame
