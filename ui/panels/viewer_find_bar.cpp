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
    auto *file = new QHBoxLayout;
    file->setSpacing(space::kTight);
    column->addLayout(file);
    buildFileChoice(*file);
    buildViews(*file);
    buildGoTo(*file);
    auto *find = new QHBoxLayout;
    find->setSpacing(space::kTight);
    column->addLayout(find);
    buildFind(*find);
    auto *notes = new QHBoxLayout;
    notes->setSpacing(space::kSmall);
    m_note = new PlainLabel({}, TextRole::Small, this);
    m_note->wrap();
    m_note->hide();
    notes->addWidget(m_note, 1);
    m_asPath = new QPushButton(tr("Search by path"), this);
    m_asPath->setAutoDefault(false);
    m_asPath->setObjectName(QStringLiteral("asPath"));
    m_asPath->hide();
    connect(m_asPath, &QPushButton::clicked, this, [this] { m_path->setChecked(true); });
    notes->addWidget(m_asPath);
    column->addLayout(notes);
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
    connect(m_files, &QComboBox::activated, this, [this](int at) {
        if (m_files->itemData(at).isValid()) // a line between types has none
            Q_EMIT fileChosen(m_files->itemData(at).toInt());
    });
    row.addWidget(m_files);
    row.addStretch(1);
}

QToolButton *ViewerFindBar::toggle(const QString &sign, const QString &name, const QString &help)
{
    auto *button = new QToolButton(this);
    button->setText(sign);
    button->setCheckable(true);
    button->setAccessibleName(name);
    button->setToolTip(help.isEmpty() ? name : QStringLiteral("%1: %2").arg(name, help));
    makeQuiet(*button);
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

    m_regex = toggle(QStringLiteral(".*"), tr("Regular expression"), {});
    m_case = toggle(QStringLiteral("Aa"), tr("Match case"), {});
    m_word = toggle(QStringLiteral("W"), tr("Whole words"), {});
    m_path = toggle(QStringLiteral("a.b"), tr("Search by path"),
        tr("code.coding.code = 8867-4, subject.reference ends /77, joined by and, or, not"));
    for (QToolButton *button : {m_regex, m_case, m_word, m_path})
        connect(button, &QToolButton::toggled, this, &ViewerFindBar::search);
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
    m_filter = toggle(tr("Only hits"), tr("Show only the lines with hits"), {});
    connect(m_filter, &QToolButton::clicked, this, &ViewerFindBar::filterRequested);
    for (QToolButton *button : {m_regex, m_case, m_word, m_path, m_previous, m_next, m_filter})
        row.addWidget(button);
    m_count = new PlainLabel({}, TextRole::Small, this);
    m_count->setMuted(true);
    constexpr int kCountWidth = 110; // does not jump while it counts
    m_count->setMinimumWidth(kCountWidth);
    row.addWidget(m_count);
}

/// How the file is shown.
void ViewerFindBar::buildViews(QHBoxLayout &row)
{
    m_overview = toggle(tr("Overview"), tr("Overview of the run"), tr("what is there, what is odd"));
    m_overview->setIcon(icon(Glyph::Overview));
    m_columns =
        toggle(tr("Columns"), tr("Lines as a table"), tr("paths as columns, to sort, copy and save as CSV"));
    m_columns->setIcon(icon(Glyph::List));
    m_wrap = toggle(tr("Wrap"), tr("Wrap long lines"),
        QKeySequence(Qt::ALT | Qt::Key_Z).toString(QKeySequence::NativeText));
    m_wrap->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Z));
    m_hide = toggle(tr("Hide values"), tr("Hide values"), tr("names, ids, dates, numbers and free text"));
    m_hide->setIcon(icon(Glyph::Eye));
    for (QToolButton *button : {m_overview, m_columns, m_wrap, m_hide}) {
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        row.addWidget(button);
    }
    connect(m_overview, &QToolButton::clicked, this,
        [this](bool on) { Q_EMIT viewRequested(on ? View::Overview : View::Lines); });
    connect(m_columns, &QToolButton::clicked, this,
        [this](bool on) { Q_EMIT viewRequested(on ? View::Columns : View::Lines); });
    connect(m_wrap, &QToolButton::toggled, this, &ViewerFindBar::wrapRequested);
    connect(m_hide, &QToolButton::clicked, this, &ViewerFindBar::hideRequested);
}

void ViewerFindBar::showView(View view)
{
    m_overview->setChecked(view == View::Overview);
    m_columns->setChecked(view == View::Columns);
    m_wrap->setEnabled(view == View::Lines);
}

void ViewerFindBar::buildGoTo(QHBoxLayout &row)
{
    m_line = new QLineEdit(this);
    m_line->setPlaceholderText(tr("Line or id"));
    m_line->setAccessibleName(tr("Go to line"));
    m_line->setToolTip(
        tr("Type a line number, an id or a reference such as Patient/77 and press Return (Ctrl+L). "
           "An id of digits only: #4711"));
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
        Q_EMIT placeRequested(m_line->text());
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

ndjson::FindOptions ViewerFindBar::options() const
{
    const bool path = m_path->isChecked();
    return {m_find->text(), !path && m_regex->isChecked(), m_case->isChecked(), !path && m_word->isChecked(),
        path};
}

/// Another search tab was chosen: its expression comes back.
void ViewerFindBar::adopt(const ndjson::FindOptions &options)
{
    m_adopting = true;
    m_find->setText(options.text);
    m_path->setChecked(options.path);
    m_regex->setChecked(options.regex);
    m_case->setChecked(options.caseSensitive);
    m_word->setChecked(options.wholeWord);
    m_pause.stop();
    m_asked = options;
    m_adopting = false;
}

void ViewerFindBar::search()
{
    m_pause.stop();
    if (m_adopting || options() == m_asked)
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

/// A line between the types where one of them has several files.
void ViewerFindBar::listFiles()
{
    m_files->clear();
    const auto sameType = [this](qsizetype a, qsizetype b) {
        return a >= 0 && b < m_shownFiles.size() && m_shownFiles.at(a).type == m_shownFiles.at(b).type
            && m_shownFiles.at(a).part == m_shownFiles.at(b).part;
    };
    for (qsizetype i = 0; i < m_shownFiles.size(); ++i) {
        if (i > 0 && !sameType(i - 1, i) && (sameType(i - 2, i - 1) || sameType(i, i + 1)))
            m_files->insertSeparator(m_files->count());
        m_files->addItem(icon(Glyph::Document), titleOf(m_shownFiles.at(i)), static_cast<int>(i));
    }
}

void ViewerFindBar::renderFiles(const ViewerState &state)
{
    m_overview->setVisible(!state.folder.isEmpty());
    m_hide->setChecked(state.hidden);
    if (m_shownFiles != state.files) {
        m_shownFiles = state.files;
        listFiles();
    }
    m_files->setCurrentIndex(m_files->findData(state.chosen));
    m_files->setVisible(!m_shownFiles.isEmpty());
}

void ViewerFindBar::renderFind(const ViewerState &state)
{
    if (state.wanted != m_asked)
        adopt(state.wanted);
    m_regex->setEnabled(!m_path->isChecked());
    m_word->setEnabled(!m_path->isChecked());
    m_find->setPlaceholderText(m_path->isChecked() ? tr("code.coding.code = 8867-4") : tr("Find in lines"));
    m_filter->setChecked(state.filtered);
    m_filter->setEnabled(state.filtered || (!state.find.options.text.isEmpty() && !state.find.problem));
    const bool hits = state.find.hitCount > 0;
    m_previous->setEnabled(hits);
    m_next->setEnabled(hits);
    m_count->setText(countOf(state));
    QString note;
    m_note->setTone(Tone::Failure);
    const bool query = !m_path->isChecked() && !m_regex->isChecked() && !state.find.problem
        && ndjson::PathQuery::looksLikeQuery(state.wanted.text);
    m_asPath->setVisible(query);
    if (state.find.problem) {
        note = describe(*state.find.problem);
    } else if (state.find.tooCostly > 0) {
        note = tr("The expression was too costly on some lines (%1); they were left out.")
                   .arg(countText(state.find.tooCostly));
    } else if (query) {
        m_note->setTone(Tone::Info);
        note = tr("This reads like a question about a value; what was looked for is the text itself.");
    }
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

} // namespace waybill::ui
