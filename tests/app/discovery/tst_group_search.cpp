// SPDX-License-Identifier: Apache-2.0
#include "discovery/group_search.h"
#include "http/qt_transport.h"
#include "processor_time.h"
#include "support/loopback_server.h"
#include "support/quoted.h"

#include <QSignalSpy>
#include <QTest>

using namespace waybill;
using namespace waybill::discovery;
using test::LoopbackServer;
using test::quoted;

namespace {

const QUrl kPage(QStringLiteral("https://fhir.example.org/r4/ELM/Group"));

QByteArray entries(const QByteArray &list, const QByteArray &more = {})
{
    return quoted("{'resourceType':'Bundle','type':'searchset'" + more + ",'entry':[") + list + "]}";
}

QByteArray group(int number)
{
    return quoted("{'resource':{'resourceType':'Group','id':'g" + QByteArray::number(number) + "'}}");
}

QByteArray groups(int from, int count)
{
    QByteArrayList list;
    for (int i = from; i < from + count; ++i)
        list.append(group(i));
    return list.join(',');
}

QByteArray nextLink(const QByteArray &url)
{
    return ",'link':[{'relation':'self','url':'x'},{'relation':'next','url':'" + url + "'}]";
}

/// One search to its end, over a real transport (the token is AuthorizedTransport's business).
class Search
{
public:
    explicit Search(const GroupSearchRequest &request)
        : search(*m_transport)
    {
        QObject::connect(&search, &GroupSearch::finished, &search, [this](const Result<GroupList> &found) {
            result = found;
            ++ends;
        });
        search.start(request);
        wait(1);
    }
    void wait(int wanted)
    {
        done = QTest::qWaitFor([&] { return ends >= wanted; }, 10000);
    }

private:
    std::unique_ptr<http::Transport> m_transport = http::makeQtTransport();

public:
    GroupSearch search;
    Result<GroupList> result;
    int ends = 0;
    bool done = false;
};

GroupSearchRequest request(const LoopbackServer &server, const VendorPreset &preset = genericPreset())
{
    GroupSearchRequest wanted;
    wanted.base = server.url(QStringLiteral("/r4/ELM"));
    wanted.preset = preset;
    return wanted;
}

} // namespace

class TestGroupSearch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aGroupIsReadWithAllItSays() // GD-008
    {
        const auto page = parseGroupPage(
            entries(quoted("{'search':{'mode':'match'},'resource':{'id':'g1','meta':{'lastUpdated':'2026-01-"
                           "01T00:00:00Z'},'name':'Diabetes  <b>2026</b>',"
                           "'identifier':[{'system':'urn:x','value':'uuid-1'},{'value':'uuid-2'}],'type':'"
                           "person','actual':true,'active':true,'quantity':1204,"
                           "'managingEntity':{'reference':'Organization/1','display':'Elm Street'},"
                           "'extension':[{'url':'http://hl7.org/fhir/uv/bulkdata/StructureDefinition/"
                           "members-refreshed','valueDateTime':'2026-05-01'}],"
                           "'resourceType':'Group'}}"),
                ",'total':25"),
            kPage);
        QVERIFY(page);
        QCOMPARE(*page->total, 25);
        QCOMPARE(page->groups.size(), 1);
        const Group &found = page->groups.first();
        QCOMPARE(found.id, QStringLiteral("g1"));
        QCOMPARE(found.name, QStringLiteral("Diabetes <b>2026</b>"));
        QCOMPARE(found.identifiers,
            QList<GroupIdentifier>(
                {{QStringLiteral("urn:x"), QStringLiteral("uuid-1")}, {{}, QStringLiteral("uuid-2")}}));
        QCOMPARE(found.type, QStringLiteral("person"));
        QVERIFY(*found.actual && *found.active);
        QCOMPARE(*found.members, 1204);
        QCOMPARE(found.membersSource, MembersSource::Quantity);
        QCOMPARE(found.managingEntity, QStringLiteral("Elm Street"));
        QCOMPARE(found.lastRefreshed, QStringLiteral("2026-05-01"));
        QCOMPARE(found.warnings, QStringList());
    }

    void everythingButTheIdMayBeMissing() // GD-008
    {
        const auto page = parseGroupPage(entries(group(1)), kPage);
        QVERIFY(page);
        Group bare;
        bare.id = QStringLiteral("g1");
        QCOMPARE(page->groups, QList<Group>{bare});
        QVERIFY(!page->total && page->next.isEmpty());
    }

    void membersAreCountedNotKept() // GD-009
    {
        const auto page = parseGroupPage(
            entries(quoted("{'resource':{'member':[{'entity':{'reference':'Patient/"
                           "1'}},{'entity':{'reference':'Patient/2'}}],'resourceType':'Group','id':'a'}},"
                           "{'resource':{'resourceType':'Group','id':'b','member':[]}},"
                           "{'resource':{'resourceType':'Group','id':'c','member':'odd'}},"
                           "{'resource':{'resourceType':'Group','id':'d','quantity':-1}}")),
            kPage);
        QVERIFY(page);
        QCOMPARE(*page->groups[0].members, 2);
        QCOMPARE(page->groups[0].membersSource, MembersSource::Listed);
        QCOMPARE(*page->groups[1].members, 0);
        QVERIFY(!page->groups[2].members);
        QVERIFY(!page->groups[3].members);
    }

    void aGroupOfAHundredThousandIsQuick() // GD-009: 50 MB in under 2 s
    {
        QByteArrayList members;
        const QByteArray member = quoted("{'entity':{'reference':'Patient/") + QByteArray(420, 'x');
        for (int i = 0; i < 100000; ++i)
            members.append(member + QByteArray::number(i)
                + quoted("'},'period':{'start':'2026-01-01'},'inactive':false}"));
        const QByteArray bytes = entries(quoted("{'resource':{'resourceType':'Group','id':'big','member':[")
            + members.join(',') + quoted("],'name':'Behind'}}"));
        const test::ProcessorTime time;
        const auto page = parseGroupPage(bytes, kPage);
        qInfo("%lld bytes in %ld ms", static_cast<long long>(bytes.size()), time.milliseconds());
        QVERIFY(time.milliseconds() < 2000 || !test::kTimesCount);
        QVERIFY(page);
        QCOMPARE(*page->groups.first().members, 100000);
        QCOMPARE(page->groups.first().name, QStringLiteral("Behind"));
    }

    void whatIsWorthAWarning() // GD-010, GD-011
    {
        const auto page = parseGroupPage(
            entries(quoted("{'resource':{'resourceType':'Group','id':'a','active':false,'type':'device','"
                           "modifierExtension':[{'url':'http://x.example/unknown'}]}},"
                           "{'resource':{'resourceType':'Group','id':'b','modifierExtension':[{'url':'http://"
                           "hl7.org/fhir/uv/bulkdata/StructureDefinition/member-filter'}]}}")),
            kPage);
        QCOMPARE(page->groups[0].warnings.size(), 3);
        QCOMPARE(page->groups[1].warnings.size(), 0);
    }

    void otherEntriesAreNoGroups() // GD-006
    {
        const auto page = parseGroupPage(
            entries(
                quoted("{'search':{'mode':'outcome'},'resource':{'resourceType':'OperationOutcome','issue':[{"
                       "'severity':'warning','diagnostics':'page size was ignored'}]}},"
                       "{'resource':{'resourceType':'Group','id':'included'},'search':{'mode':'include'}},"
                       "{'resource':{'resourceType':'Patient','id':'p'}},{},{'resource':null},{'resource':{'"
                       "resourceType':'Group'}},7,"
                       "{'resource':{'resourceType':'Group','identifier':[{'value':'only'}]}}")),
            kPage);
        QVERIFY(page);
        QCOMPARE(page->groups.size(), 1);
        QVERIFY(page->notes.contains(QStringLiteral("page size was ignored")));
        QCOMPARE(page->notes.size(), 2); // and one Group without id and identifier
    }

    void nextLinksAreResolved_data() // GD-003, GD-004
    {
        QTest::addColumn<QByteArray>("link");
        QTest::addColumn<QString>("next");
        QTest::newRow("absolute") << QByteArray("https://fhir.example.org/r4/ELM?_getpages=a%2Fb")
                                  << QStringLiteral("https://fhir.example.org/r4/ELM?_getpages=a%2Fb");
        QTest::newRow("relative") << QByteArray("Group?page=2")
                                  << QStringLiteral("https://fhir.example.org/r4/ELM/Group?page=2");
        QTest::newRow("eCW: with &amp;") << QByteArray(
            "Group?page=2&amp;x=1") << QStringLiteral("https://fhir.example.org/r4/ELM/Group?page=2&x=1");
        QTest::newRow("empty") << QByteArray(" ") << QString();
    }
    void nextLinksAreResolved()
    {
        QFETCH(QByteArray, link);
        QFETCH(QString, next);
        const auto page = parseGroupPage(entries(group(1), nextLink(link)), kPage);
        QCOMPARE(page->next.toString(QUrl::FullyEncoded), next);
    }

    void whatIsNoListIsRefused()
    {
        const QByteArray whole = entries(groups(1, 2), ",'total':2");
        for (qsizetype length = 0; length < whole.size(); ++length)
            QVERIFY2(!parseGroupPage(whole.first(length), kPage), qPrintable(QString::number(length)));
        QVERIFY(parseGroupPage(whole, kPage));
        for (const char *body : {"<html></html>", "[]", "null", "{}", "{'resourceType':'Patient'}"})
            QVERIFY2(!parseGroupPage(quoted(body), kPage), body);
        const auto outcome = parseGroupPage(
            quoted("{'resourceType':'OperationOutcome','issue':[{'diagnostics':'not you'}]}"), kPage);
        QVERIFY(outcome.error().what.contains(QLatin1String("not you")));
    }

    void pagesAreFollowedToTheEnd() // GD-001, GD-003
    {
        LoopbackServer server;
        server.answer("/r4/ELM/Group", [](const test::SeenRequest &seen) {
            if (seen.query.isEmpty())
                return test::json(entries(groups(0, 10), ",'total':25" + nextLink("Group?cursor=2")));
            return seen.query == "cursor=2" ? test::json(entries(groups(10, 10), nextLink("Group?cursor=3")))
                                            : test::json(entries(groups(20, 5)));
        });
        const Search search(request(server));
        QVERIFY(search.done && search.result);
        QCOMPARE(search.result->groups.size(), 25);
        QCOMPARE(search.result->pages, 3);
        QCOMPARE(*search.result->serverTotal, 25);
        QVERIFY(!search.result->more);
        QVERIFY(server.requests().first().query.isEmpty()); // eCW refuses any parameter
        QCOMPARE(server.requests().first().header("Accept"), QByteArray("application/fhir+json"));
    }

    void ecwPagesAreCounted() // GD-005: total 25, ten a page, no links
    {
        LoopbackServer server;
        server.answer("/r4/ELM/Group", [](const test::SeenRequest &seen) {
            const int page = seen.query.isEmpty() ? 1 : seen.query.mid(5).toInt();
            return test::json(entries(groups((page - 1) * 10, page == 3 ? 5 : 10), ",'total':25"));
        });
        const Search ecw(request(server, ecwPreset()));
        QCOMPARE(ecw.result->groups.size(), 25);
        QCOMPARE(server.requests().size(), 3);
        QCOMPARE(server.requests().last().query, QByteArray("page=3"));

        server.forgetRequests();
        const Search generic(request(server)); // no such parameter listed: not tried
        QCOMPARE(generic.result->groups.size(), 10);
        QCOMPARE(*generic.result->serverTotal, 25); // GD-007
        GroupSearchRequest listed = request(server);
        listed.searchParameters = {QStringLiteral("page")};
        QCOMPARE(Search(listed).result->groups.size(), 25);
    }

    void countedPagesEndWhenNothingNewComes() // GD-005
    {
        LoopbackServer server;
        server.answer("/r4/ELM/Group", test::json(entries(groups(0, 10), ",'total':25"))); // ignores `page`
        const Search search(request(server, ecwPreset()));
        QCOMPARE(search.result->groups.size(), 10);
        QCOMPARE(server.requests().size(), 2);

        LoopbackServer strict; // GD-002: 400 on the parameter
        strict.answer("/r4/ELM/Group", [](const test::SeenRequest &seen) {
            return seen.query.isEmpty() ? test::json(entries(groups(0, 10), ",'total':25"))
                                        : test::json("{}", 400);
        });
        const Search refused(request(strict, ecwPreset()));
        QVERIFY(refused.result);
        QCOMPARE(refused.result->groups.size(), 10);
        QVERIFY(!refused.result->more);
    }

    void aCircleEnds() // GD-004
    {
        LoopbackServer server;
        server.answer("/r4/ELM/Group", test::json(entries(groups(0, 1), nextLink("Group"))));
        const Search search(request(server));
        QCOMPARE(search.result->groups.size(), 1);
        QCOMPARE(server.requests().size(), 1);
        QCOMPARE(search.result->notes.size(), 1);
    }

    void anotherOriginIsNotAsked() // GD-004, HT-24
    {
        LoopbackServer server;
        LoopbackServer other;
        other.answer("/Group", test::json(entries(groups(5, 1))));
        server.answer("/r4/ELM/Group",
            test::json(entries(groups(0, 1), nextLink(other.url(QStringLiteral("/Group")).toEncoded()))));
        const Search search(request(server));
        QCOMPARE(search.result->groups.size(), 1);
        QCOMPARE(search.result->foreignNext, other.url(QStringLiteral("/Group")));
        QCOMPARE(other.requests().size(), 0);

        GroupSearchRequest trusting = request(server);
        trusting.trusted = {http::originOf(other.url(QStringLiteral("/")))};
        QCOMPARE(Search(trusting).result->groups.size(), 2);
    }

    void aCapKeepsTheRestForLater() // GD-004
    {
        LoopbackServer server;
        server.answer("/r4/ELM/Group", [](const test::SeenRequest &seen) {
            const int page = seen.query.isEmpty() ? 0 : seen.query.mid(2).toInt();
            return test::json(entries(groups(page, 1),
                page < 4 ? nextLink("Group?n=" + QByteArray::number(page + 1)) : QByteArray()));
        });
        GroupSearchRequest capped = request(server);
        capped.pageCap = 2;
        Search search(capped);
        QCOMPARE(search.result->groups.size(), 2);
        QVERIFY(search.result->more);
        search.search.loadMore();
        search.wait(2);
        QCOMPARE(search.result->groups.size(), 4);
        search.search.loadMore();
        search.wait(3);
        QCOMPARE(search.result->groups.size(), 5);
        QVERIFY(!search.result->more);
        QCOMPARE(server.requests().size(), 5);
    }

    void aRefusalToListMeansTypingItIn_data() // GD-012, GD-013
    {
        QTest::addColumn<int>("status");
        for (const int status : {400, 401, 403, 404, 405, 501})
            QTest::newRow(QByteArray::number(status).constData()) << status;
    }
    void aRefusalToListMeansTypingItIn()
    {
        QFETCH(int, status);
        LoopbackServer server;
        server.answer("/r4/ELM/Group",
            test::json(quoted("{'resourceType':'OperationOutcome','issue':[{'diagnostics':'Unsupported'}]}"),
                status));
        const Search search(request(server, ecwPreset()));
        QVERIFY(search.result);
        QVERIFY(search.result->manualReason);
        QCOMPARE(*search.result->manualReason->httpStatus, status);
        QCOMPARE(search.result->manualReason->serverText, QStringLiteral("Unsupported"));
        QVERIFY(search.result->manualReason->next.contains(QLatin1String("by hand")));
        QCOMPARE(search.result->manualReason->next.contains(QLatin1String("Registry")),
            status == 401 || status == 403);
    }

    void troubleIsAnErrorOnTheFirstPageAndANoteLater()
    {
        LoopbackServer server;
        server.answer("/r4/ELM/Group", test::json("{}", 503));
        const Search first(request(server));
        QVERIFY(!first.result);
        QCOMPARE(first.result.error().code, ErrorCode::Throttled);

        LoopbackServer later;
        std::atomic<bool> well = false;
        later.answer("/r4/ELM/Group", [&well](const test::SeenRequest &seen) {
            if (seen.query.isEmpty())
                return test::json(entries(groups(0, 3), nextLink("Group?n=2")));
            return well ? test::json(entries(groups(3, 3))) : test::json("{}", 500);
        });
        Search second(request(later));
        QVERIFY(second.result);
        QCOMPARE(second.result->groups.size(), 3);
        QVERIFY(second.result->more);
        QCOMPARE(second.result->notes.size(), 1);
        well = true;
        second.search.loadMore();
        second.wait(2);
        QCOMPARE(second.result->groups.size(), 6);
        QVERIFY(!second.result->more);
    }

    void aLargePageIsReadElsewhere()
    {
        QByteArrayList members;
        for (int i = 0; i < 20000; ++i)
            members.append(
                quoted("{'entity':{'reference':'Patient/") + QByteArray::number(i) + quoted("'}}"));
        LoopbackServer server;
        server.answer("/r4/ELM/Group",
            test::json(entries(quoted("{'resource':{'resourceType':'Group','id':'big','member':[")
                + members.join(',') + "]}}")));
        const Search search(request(server));
        QVERIFY(search.result);
        QCOMPARE(*search.result->groups.first().members, 20000);
    }

    void cancellingIsSilent()
    {
        LoopbackServer server;
        test::Answer slow = test::json(entries(groups(0, 1)));
        slow.delay = std::chrono::milliseconds{100};
        server.answer("/r4/ELM/Group", slow);
        const auto transport = http::makeQtTransport();
        auto search = std::make_unique<GroupSearch>(*transport);
        int ends = 0;
        connect(search.get(), &GroupSearch::finished, this, [&] { ++ends; });
        search->start(request(server));
        QVERIFY(search->isRunning());
        search->cancel();
        QTest::qWait(200);
        QCOMPARE(ends, 0);
        connect(
            search.get(), &GroupSearch::progressed, this, [&] { search.reset(); }); // destroyed by a listener
        search->start(request(server));
        QTRY_VERIFY(!search);
        QCOMPARE(ends, 0);
    }
};

QTEST_GUILESS_MAIN(TestGroupSearch)
#include "tst_group_search.moc"
