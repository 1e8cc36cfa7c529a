// SPDX-License-Identifier: Apache-2.0
#include "panels/viewer_find_bar.h"

#include "panels/viewer_words.h"
#include "widgets/icons.h"
#include "widgets/plain_label.h"
#include "widgets/search_field.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace waybill::ui {
namespace {

constexpr std::chrono::milliseconds kTypingPause{300};

QString titleOf(const flows::RunFile &file)
{
    return file.unfinished ? ViewerFindBar::tr("%1 (unfinished)").arg(file.name) : file.name;
}

/// "3 of 1,204", "1,204 lines", "1,204 lines, 63 %"
QString countOf(const ViewerState &state)
{
    const ndjson::FindState &find = state.find;
    if (find.options.text.isEmpty() || find.problem)
        return {};
    const QString count = linesText(find.hitCount);
    if (find.running)
        return ViewerFindBar::tr("%1, %2 %").arg(count).arg(static_cast<int>(find.progress * 100));
    if (find.cancelled)
        return ViewerFindBar::tr("%1, stopped").arg(count);
    if (state.currentHit >= 0)
        return ViewerFindBar::tr("%1 of %2").arg(countText(state.currentHit + 1), countText(find.hitCount));
    return count;
}

} // namespace

ViewerFindBar::ViewerFindBar(QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kTight);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::kTight);
    column->addLayout(row);
    buildFileChoice(*row);
    buildFind(*row);
    buildGoTo(*row);
    m_note = new PlainLabel({}, TextRole::Small, this);
    m_note->setTone(Tone::Failure);
    m_note->wrap();
    m_note->hide();
    column->addWidget(m_note);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kTypingPause);
    connect(&m_pause, &QTimer::timeout, this, &ViewerFindBar::search);
}

void ViewerFindBar::buildFileChoice(QHBoxLayout &row)
{
    auto *open = new QPushButton(icon(Glyph::Folder), tr("Open"), this);
    open->setToolTip(tr("Open another file or a run folder"));
    open->setAccessibleName(tr("Open a file or folder"));
    open->setAutoDefault(false);
    auto *menu = new QMenu(open);
    menu->addAction(tr("Open files…"), this, &ViewerFindBar::openFilesRequested);
    menu->addAction(tr("Open run folder…"), this, &ViewerFindBar::openFolderRequested);
    open->setMenu(menu);
    row.addWidget(open);

    m_files = new QComboBox(this);
    m_files->setAccessibleName(tr("File"));
    m_files->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    constexpr int kLetters = 24;
    m_files->setMinimumContentsLength(kLetters);
    connect(m_files, &QComboBox::activated, this, &ViewerFindBar::fileChosen);
    row.addWidget(m_files);
    row.addStretch(1);
}

QToolButton *ViewerFindBar::toggle(const QString &sign, const QString &name)
{
    auto *button = new QToolButton(this);
    button->setText(sign);
    button->setCheckable(true);
    button->setAccessibleName(name);
    button->setToolTip(name);
    makeQuiet(*button);
    connect(button, &QToolButton::toggled, this, &ViewerFindBar::search);
    return button;
}

void ViewerFindBar::buildFind(QHBoxLayout &row)
{
    m_find = makeSearchField(tr("Find in lines"), tr("Find in lines"), this);
    constexpr int kFindWidth = 260;
    m_find->setMinimumWidth(kFindWidth);
    m_find->installEventFilter(this);
    connect(m_find, &QLineEdit::textChanged, this, [this] { m_pause.start(); });
    row.addWidget(m_find, 2);

    m_regex = toggle(QStringLiteral(".*"), tr("Regular expression"));
    m_case = toggle(QStringLiteral("Aa"), tr("Match case"));
    m_word = toggle(QStringLiteral("W"), tr("Whole words"));
    m_previous = new QToolButton(this);
    m_previous->setIcon(icon(Glyph::ArrowLeft));
    m_previous->setAccessibleName(tr("Previous hit"));
    m_previous->setToolTip(tr("Previous hit (Shift+F3)"));
    m_next = new QToolButton(this);
    m_next->setIcon(icon(Glyph::ArrowRight));
    m_next->setAccessibleName(tr("Next hit"));
    m_next->setToolTip(tr("Next hit (F3)"));
    connect(m_previous, &QToolButton::clicked, this, &ViewerFindBar::previousRequested);
    connect(m_next, &QToolButton::clicked, this, &ViewerFindBar::nextRequested);
    for (QToolButton *button : {m_previous, m_next})
        makeQuiet(*button);
    for (QToolButton *button : {m_regex, m_case, m_word, m_previous, m_next})
        row.addWidget(button);
    m_count = new PlainLabel({}, TextRole::Small, this);
    m_count->setMuted(true);
    constexpr int kCountWidth = 110; // does not jump while it counts
    m_count->setMinimumWidth(kCountWidth);
    row.addWidget(m_count);
}

void ViewerFindBar::buildGoTo(QHBoxLayout &row)
{
    m_line = new QLineEdit(this);
    m_line->setPlaceholderText(tr("Go to line"));
    m_line->setAccessibleName(tr("Go to line"));
    m_line->setToolTip(tr("Type a line number and press Return (Ctrl+L)"));
    constexpr int kLineWidth = 120;
    m_line->setFixedWidth(kLineWidth);
    m_line->installEventFilter(this);
    row.addWidget(m_line);
}

bool ViewerFindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (enter && watched == m_find)
        onReturn(key->modifiers().testFlag(Qt::ShiftModifier));
    else if (enter)
        onLineEntered();
    else if (key->key() == Qt::Key_Escape)
        Q_EMIT left();
    else
        return QWidget::eventFilter(watched, event);
    return true;
}

void ViewerFindBar::onReturn(bool backwards)
{
    if (m_pause.isActive() || options() != m_asked)
        search();
    else if (backwards)
        Q_EMIT previousRequested();
    else
        Q_EMIT nextRequested();
}

/// "1042", "1,042" or "1.042": separators of any kind are left out.
void ViewerFindBar::onLineEntered()
{
    QString digits;
    for (const QChar c : m_line->text()) {
        if (c.isDigit())
            digits += QString::number(c.digitValue());
    }
    bool valid = false;
    const qlonglong line = digits.toLongLong(&valid);
    if (valid && line > 0)
        Q_EMIT lineRequested(line);
    m_line->selectAll();
}

ndjson::FindOptions ViewerFindBar::options() const
{
    return {m_find->text(), m_regex->isChecked(), m_case->isChecked(), m_word->isChecked()};
}

void ViewerFindBar::search()
{
    m_pause.stop();
    if (options() == m_asked)
        return;
    m_asked = options();
    Q_EMIT findRequested(m_asked);
}

void ViewerFindBar::focusFind()
{
    m_find->setFocus(Qt::ShortcutFocusReason);
    m_find->selectAll();
}

void ViewerFindBar::focusGoToLine()
{
    m_line->setFocus(Qt::ShortcutFocusReason);
    m_line->selectAll();
}

void ViewerFindBar::render(const ViewerState &state)
{
    renderFiles(state);
    renderFind(state);
}

void ViewerFindBar::renderFiles(const ViewerState &state)
{
    if (m_shownFiles != state.files) {
        m_shownFiles = state.files;
        m_files->clear();
        for (const flows::RunFile &file : m_shownFiles)
            m_files->addItem(icon(Glyph::Document), titleOf(file));
    }
    m_files->setCurrentIndex(state.chosen);
    m_files->setVisible(!m_shownFiles.isEmpty());
}

void ViewerFindBar::renderFind(const ViewerState &state)
{
    if (!m_pause.isActive())
        m_asked = state.find.options;
    const bool hits = state.find.hitCount > 0;
    m_previous->setEnabled(hits);
    m_next->setEnabled(hits);
    m_count->setText(countOf(state));
    QString note;
    if (state.find.problem)
        note = describe(*state.find.problem);
    else if (state.find.tooCostly > 0)
        note = tr("The expression was too costly on some lines (%1); they were left out.")
                   .arg(countText(state.find.tooCostly));
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

} // namespace waybill::ui
