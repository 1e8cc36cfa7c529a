// SPDX-License-Identifier: Apache-2.0
#include "onboarding/check_list.h"

#include "widgets/elided_label.h"
#include "widgets/icons.h"
#include "widgets/plain_label.h"

#include <QGridLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace waybill::ui {
namespace {

Tone toneOf(CheckLine::Look look)
{
    switch (look) {
    case CheckLine::Look::Ok: return Tone::Ok;
    case CheckLine::Look::Attention: return Tone::Warning;
    case CheckLine::Look::Unknown: return Tone::Neutral;
    case CheckLine::Look::Bad: return Tone::Failure;
    }
    return Tone::Neutral;
}

/// How a line looks and what it is called.
struct Face {
    Tone tone = Tone::Neutral;
    Glyph glyph = Glyph::Help;
    QString word;
};

Face faceOf(CheckLine::Look look, bool course)
{
    if (course && look == CheckLine::Look::Attention)
        return {Tone::Info, Glyph::CircleDot, CheckList::tr("now")};
    if (course && look == CheckLine::Look::Unknown)
        return {Tone::Neutral, Glyph::CircleEmpty, CheckList::tr("later")};
    const Tone tone = toneOf(look);
    return {tone, look == CheckLine::Look::Unknown ? Glyph::Help : glyphOf(tone), lookWord(look)};
}

/// Painted when it is seen, so that it follows the theme.
class Mark final : public QWidget
{
public:
    explicit Mark(QWidget *parent)
        : QWidget(parent)
    {
        setFixedSize(iconSide(fontMetrics()), iconSide(fontMetrics()));
    }
    void show(const Face &face)
    {
        m_face = face;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const QColor colour =
            m_face.tone == Tone::Neutral ? mutedText(palette()) : toneColours(m_face.tone, palette()).text;
        paintGlyph(painter, QRectF(rect()), m_face.glyph, colour);
    }

private:
    Face m_face;
};

/// Wraps only where there is no room for it in one line; a QLabel would like to be narrow and high.
class Title final : public PlainLabel
{
public:
    explicit Title(QWidget *parent)
        : PlainLabel({}, TextRole::Strong, parent)
    {
        wrap();
    }
    QSize sizeHint() const override
    {
        return {fontMetrics().horizontalAdvance(text()) + 2, PlainLabel::sizeHint().height()};
    }
};

} // namespace

QString lookWord(CheckLine::Look look)
{
    switch (look) {
    case CheckLine::Look::Ok: return CheckList::tr("ok");
    case CheckLine::Look::Attention: return CheckList::tr("look again");
    case CheckLine::Look::Unknown: return CheckList::tr("not stated");
    case CheckLine::Look::Bad: return CheckList::tr("failed");
    }
    return {};
}

class CheckList::Row final : public QWidget
{
public:
    explicit Row(QWidget *parent)
        : QWidget(parent)
        , m_icon(new Mark(this))
        , m_title(new Title(this))
        , m_word(new PlainLabel({}, TextRole::Small, this))
        , m_detail(new PlainLabel({}, TextRole::Body, this))
        , m_aside(new ElidedLabel(Qt::ElideMiddle, this))
    {
        auto *grid = new QGridLayout(this);
        grid->setContentsMargins(0, 0, 0, 0);
        grid->setHorizontalSpacing(space::kSmall);
        grid->setVerticalSpacing(2);
        grid->addWidget(m_icon, 0, 0);
        grid->addWidget(m_title, 0, 1);
        grid->addWidget(m_word, 0, 2);
        grid->addWidget(m_aside, 0, 3);
        grid->addWidget(m_detail, 1, 1, 1, 3);
        grid->setColumnStretch(3, 1);
        m_aside->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // what the others leave
        m_aside->setRole(TextRole::Small);
        m_aside->setMuted(true);
        m_aside->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_detail->wrap();
    }

    void show(const CheckLine &line, bool course)
    {
        const Face face = faceOf(line.look, course);
        m_icon->show(face);
        m_title->setText(line.title);
        m_word->setText(face.word);
        m_word->setTone(face.tone);
        m_word->setMuted(face.tone == Tone::Neutral);
        m_aside->setFullText(line.aside);
        m_aside->setMinimumWidth(line.aside.isEmpty() ? 0 : m_aside->minimumSizeHint().width());
        m_detail->setText(line.detail);
        m_detail->setVisible(!line.detail.isEmpty());
        setAccessibleName(QStringLiteral("%1: %2. %3").arg(line.title, face.word, line.detail));
    }

private:
    Mark *m_icon;
    Title *m_title;
    PlainLabel *m_word;
    PlainLabel *m_detail;
    ElidedLabel *m_aside;
};

CheckList::CheckList(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::kMedium);
}

void CheckList::setLines(const QList<CheckLine> &lines)
{
    if (lines == m_lines)
        return;
    m_lines = lines;
    while (m_rows.size() > lines.size())
        delete m_rows.takeLast();
    while (m_rows.size() < lines.size()) {
        auto *row = new Row(this);
        m_column->addWidget(row);
        m_rows.append(row);
    }
    for (qsizetype i = 0; i < lines.size(); ++i)
        m_rows.at(i)->show(lines.at(i), m_course);
}

} // namespace waybill::ui
