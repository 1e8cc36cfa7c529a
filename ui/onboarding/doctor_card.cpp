// SPDX-License-Identifier: Apache-2.0
#include "onboarding/doctor_card.h"

#include "onboarding/cause_list.h"
#include "onboarding/check_list.h"
#include "onboarding/file_field.h"
#include "onboarding/form_parts.h"
#include "onboarding/unlock_panel.h"
#include "widgets/icons.h"
#include "widgets/inline_message.h"
#include "widgets/plain_label.h"
#include "widgets/wrap_layout.h"

#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace waybill::ui {
namespace {

constexpr int kTraceLines = 14;

} // namespace

DoctorCard::DoctorCard(QWidget *parent)
    : SectionCard(tr("Connection doctor"), parent)
{
    setSubtitle(tr("Walks the whole chain once, from the name to the Group, and says why a server refuses. "
                   "Starts no export."));
    m_run = new QPushButton(icon(Glyph::Search), tr("&Run the doctor"), this);
    addToHeader(m_run);
    connect(m_run, &QPushButton::clicked, this, &DoctorCard::runClicked);
    m_verdict = new InlineMessage(this);
    body()->addWidget(m_verdict);
    m_unlock = new UnlockPanel(this);
    body()->addWidget(m_unlock);
    connect(m_unlock, &UnlockPanel::unlockRequested, this, &DoctorCard::unlockRequested);
    m_causes = new CauseList(this);
    body()->addWidget(m_causes);
    m_chain = new CheckList(this);
    body()->addWidget(m_chain);
    m_toggle = makeDisclosure(tr("Trace of requests and answers"), this, [this](bool) { showTrace(); });
    body()->addWidget(m_toggle, 0, Qt::AlignLeft);
}

void DoctorCard::makeTrace()
{
    m_traceArea = new QWidget(this);
    auto *column = new QVBoxLayout(m_traceArea);
    column->setContentsMargins(0, 0, 0, 0);
    m_trace = new QPlainTextEdit(m_traceArea);
    m_trace->setReadOnly(true);
    m_trace->setTabChangesFocus(true);
    m_trace->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_trace->setAccessibleName(tr("Trace of requests and answers, without secrets"));
    keepTextRole(*m_trace, TextRole::Mono);
    m_trace->setFixedHeight(m_trace->fontMetrics().lineSpacing() * kTraceLines + space::kLarge);
    column->addWidget(m_trace);
    auto *row = WrapLayout::in(*column);
    auto *copy = new QPushButton(icon(Glyph::Copy), tr("Copy the trace"), m_traceArea);
    auto *save = new QPushButton(icon(Glyph::Save), tr("Save the trace…"), m_traceArea);
    row->addWidget(copy);
    row->addWidget(save);
    m_note = addNote(*column);
    body()->addWidget(m_traceArea);
    connect(copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_trace->toPlainText());
        setNote(*m_note, tr("Copied. Tokens, signatures, queries and patients are not in it."));
    });
    connect(save, &QPushButton::clicked, this, [this] {
        askForFile(this, FileField::Kind::Save, tr("Save the trace"),
            QDir::home().filePath(QStringLiteral("waybill-trace.txt")), tr("Text (*.txt)"),
            [this](const QString &path) { Q_EMIT saveTraceTo(path); });
    });
}

void DoctorCard::showTrace()
{
    const bool open = m_toggle->isChecked() && !m_state.trace.isEmpty();
    if (open && m_traceArea == nullptr)
        makeTrace();
    if (m_traceArea == nullptr)
        return;
    m_traceArea->setVisible(open);
    if (m_trace->toPlainText() != m_state.trace)
        m_trace->setPlainText(m_state.trace);
    if (!m_state.note.isEmpty())
        setNote(*m_note, m_state.note);
}

void DoctorCard::render(const DoctorPresenter::State &state)
{
    m_state = state;
    m_run->setText(state.running ? tr("S&top the doctor") : tr("&Run the doctor"));
    m_run->setEnabled(state.available);
    if (state.running) {
        m_verdict->showMessage(Tone::Info, tr("Walking the chain…"));
    } else if (state.verdict.isEmpty()) {
        m_verdict->clear();
    } else {
        m_verdict->showMessage(
            state.healthy ? Tone::Ok : Tone::Failure, state.verdict, {}, {}, state.serverWords);
    }
    m_unlock->setWanted(state.needsPassphrase);
    m_causes->setCauses(state.causes);
    m_causes->setVisible(!state.causes.isEmpty());
    m_chain->setLines(state.chain);
    m_chain->setVisible(!state.chain.isEmpty());
    m_toggle->setVisible(!state.trace.isEmpty());
    showTrace();
}

} // namespace waybill::ui
