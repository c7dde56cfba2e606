"""The mail with a payment link: read and changed by a person, then sent; without a mail account copied to be sent from elsewhere."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.services.upgrades.mailing import link_mail, send_link_mail
from journeydesk.ui.dialogs.framed_sheet import FramedSheet
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import label


class LinkMailSheet(FramedSheet):
    """`said` carries what was done. Raises UserError where there is nothing to mail, or nobody to mail it to."""

    said = Signal(str)

    def __init__(self, context: Context, theme: Theme, window: QWidget, key: str) -> None:
        mail = link_mail(context, key)
        super().__init__(theme, window, 600, tr("E-mail the payment link"), icon="mail", about=mail.recipient)
        self._context, self._key, self._by_hand = context, key, mail.by_hand
        self.subject = QLineEdit(mail.subject)
        self.text = QPlainTextEdit(mail.body)
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(260)
        form = QFormLayout()
        form.setSpacing(8)
        for words, field in ((tr("Subject"), self.subject), (tr("Message"), self.text)):
            field.setAccessibleName(words)
            form.addRow(words, field)
        self.body.addLayout(form)
        if mail.by_hand:
            self.body.addWidget(
                label(
                    theme,
                    tr("This computer has no mail account. The text is copied for your mail program, and logged as sent."),
                    step=-1,
                    kind="secondary",
                    wrap=True,
                )
            )
        verb = tr("Copy and log") if mail.by_hand else tr("Send")
        self.send = KeyButton(
            theme, verb, icon="copy" if mail.by_hand else "send", key=Action.ACCEPT.cap, kind="primary", parent=self.sheet
        )
        self.send.clicked.connect(self.send_it)
        self.offer(self.send)
        self.accepted.connect(self.send_it)

    def take_focus(self) -> None:
        """The text, at its beginning."""
        self.text.setFocus()

    def send_it(self) -> None:
        """Queues it, or says what is wrong; what was typed stays."""
        subject, text = self.subject.text(), self.text.toPlainText()
        try:
            sent = send_link_mail(self._context, self._key, subject, text)
        except JourneydeskError as problem:
            self.refuse(str(problem))
            return
        if self._by_hand:
            QGuiApplication.clipboard().setText(f"{subject}\n\n{text}")
        self.done()
        self.said.emit(sent.words)
