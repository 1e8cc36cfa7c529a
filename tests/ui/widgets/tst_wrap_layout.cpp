// SPDX-License-Identifier: Apache-2.0
#include "widgets/wrap_layout.h"

#include <QTest>
#include <QWidget>

using namespace waybill::ui;

namespace {

constexpr int kGap = 10;

/// A control that is as large as it says, or larger if it expands.
class Box final : public QWidget
{
public:
    Box(int width, int height, bool expands, QWidget *parent)
        : QWidget(parent)
        , m_size(width, height)
    {
        setSizePolicy(expands ? QSizePolicy::Expanding : QSizePolicy::Fixed, QSizePolicy::Fixed);
    }
    QSize sizeHint() const override { return m_size; }
    QSize minimumSizeHint() const override { return m_size; }

private:
    QSize m_size;
};

} // namespace

class TestWrapLayout : public QObject
{
    Q_OBJECT

    std::unique_ptr<QWidget> m_row;
    WrapLayout *m_layout = nullptr;

    Box *add(int width, int height = 20, bool expands = false)
    {
        auto *box = new Box(width, height, expands, m_row.get());
        m_layout->addWidget(box);
        box->show();
        return box;
    }
    void place(int width)
    {
        m_row->resize(width, m_layout->heightForWidth(width));
        m_layout->activate();
    }

private Q_SLOTS:
    void init()
    {
        m_row = std::make_unique<QWidget>();
        m_layout = new WrapLayout(m_row.get());
        m_layout->setSpacing(kGap);
    }

    void oneLineIsTakenWhereThereIsRoom()
    {
        const Box *first = add(100);
        const Box *second = add(50, 30);
        QCOMPARE(m_layout->sizeHint(), QSize(160, 30));
        place(160);
        QCOMPARE(first->geometry(), QRect(0, 5, 100, 20)); // in the middle of the line
        QCOMPARE(second->geometry(), QRect(110, 0, 50, 30));
    }

    void whatDoesNotFitGoesToTheNextLine()
    {
        add(100);
        const Box *second = add(50);
        QCOMPARE(m_layout->heightForWidth(159), 20 + kGap + 20);
        place(159);
        QCOMPARE(second->geometry(), QRect(0, 30, 50, 20));
        QCOMPARE(m_layout->minimumSize().width(), 100); // the widest alone
    }

    void aFieldTakesWhatIsLeftOfItsLine()
    {
        const Box *button = add(60);
        const Box *field = add(80, 20, true);
        place(400);
        QCOMPARE(button->width(), 60);
        QCOMPARE(field->geometry(), QRect(70, 0, 330, 20));
        const Box *other = add(80, 20, true);
        place(400);
        QCOMPARE(field->width() + other->width(), 400 - 60 - 2 * kGap);
        QVERIFY(qAbs(field->width() - other->width()) <= 1);
    }

    void aHiddenOneTakesNoRoom()
    {
        const Box *first = add(100);
        Box *second = add(100);
        const Box *third = add(50);
        second->hide();
        place(160);
        QCOMPARE(first->pos(), QPoint(0, 0));
        QCOMPARE(third->geometry(), QRect(110, 0, 50, 20));
        second->show();
        QCOMPARE(m_layout->heightForWidth(160), 20 + kGap + 20);
    }

    void fromRightToLeftItIsMirrored()
    {
        m_row->setLayoutDirection(Qt::RightToLeft);
        const Box *first = add(100);
        const Box *second = add(50);
        place(300);
        QCOMPARE(first->x(), 200);
        QCOMPARE(second->x(), 140);
    }

    void anItemCanStandAtTheBottomOfItsLine()
    {
        add(50, 40);
        Box *button = add(50);
        m_layout->setAlignment(button, Qt::AlignBottom);
        place(200);
        QCOMPARE(button->y(), 20);
    }
};

QTEST_MAIN(TestWrapLayout)
#include "tst_wrap_layout.moc"
