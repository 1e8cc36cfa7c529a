// SPDX-License-Identifier: Apache-2.0
#include "flows/renewed_links.h"

#include <QTest>

using namespace waybill;
using flows::RenewedLinks;
using Files = QList<exports::ManifestFile>;

namespace {

exports::ManifestFile file(int number, const char *type, const char *url, std::int64_t count = 10)
{
    exports::ManifestFile entry;
    entry.number = number;
    entry.type = QLatin1String(type);
    entry.url = QUrl(QLatin1String("https://files.example/") + QLatin1String(url));
    entry.count = count;
    return entry;
}

QString pathAndQuery(const QUrl &url)
{
    return url.toString(QUrl::RemoveScheme | QUrl::RemoveAuthority);
}

} // namespace

class TestRenewedLinks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anEntryIsKnownByItsPathWhereverItStandsNow() // F-062
    {
        const Files before{file(1, "Patient", "a?sig=1"), file(2, "Patient", "b?sig=1")};
        const Files now{file(1, "Patient", "b?sig=2"), file(2, "Patient", "a?sig=2")};
        const RenewedLinks links(before, now);
        QCOMPARE(pathAndQuery(links.of(0)), QStringLiteral("/a?sig=2"));
        QCOMPARE(pathAndQuery(links.of(1)), QStringLiteral("/b?sig=2"));
    }

    void whereOnlyTheQueryNamesTheFileItsPlaceCountsIfTheListsAreAlike()
    {
        const Files before{file(1, "Patient", "get?id=x1"), file(2, "Condition", "get?id=x2")};
        const Files now{file(1, "Patient", "get?id=y1"), file(2, "Condition", "get?id=y2")};
        const RenewedLinks links(before, now);
        QVERIFY(links.areAlike());
        QCOMPARE(pathAndQuery(links.of(1)), QStringLiteral("/get?id=y2"));
    }

    void whatCannotBeToldGetsNoLink_data() // a neighbour's bytes under this name would lose data silently
    {
        QTest::addColumn<Files>("now");
        const auto first = file(1, "Patient", "get?id=y1");
        QTest::newRow("fewer files") << Files{first};
        QTest::newRow("another order")
            << Files{file(1, "Condition", "get?id=y2"), file(2, "Patient", "get?id=y1")};
        QTest::newRow("other counts") << Files{first, file(2, "Condition", "get?id=y2", 11)};
        QTest::newRow("nothing") << Files{};
    }
    void whatCannotBeToldGetsNoLink()
    {
        QFETCH(Files, now);
        const Files before{file(1, "Patient", "get?id=x1"), file(2, "Condition", "get?id=x2")};
        const RenewedLinks links(before, now);
        QVERIFY(!links.areAlike());
        QCOMPARE(links.of(0), QUrl());
        QCOMPARE(links.of(1), QUrl());
    }

    void aPathThatHoldsAnotherTypeNowGivesNoLink()
    {
        const RenewedLinks links({file(1, "Patient", "a?sig=1")}, {file(1, "Condition", "a?sig=2")});
        QCOMPARE(links.of(0), QUrl());
    }
};

QTEST_GUILESS_MAIN(TestRenewedLinks)
#include "tst_renewed_links.moc"
