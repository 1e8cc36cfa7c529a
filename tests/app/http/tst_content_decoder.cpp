// SPDX-License-Identifier: Apache-2.0
#include "http/content_decoder.h"

#include <QTest>

#include <zlib.h>

using namespace waybill;
using namespace waybill::http;

namespace {

QByteArray gzip(const QByteArray &plain, int level = 6)
{
    z_stream stream{};
    deflateInit2(&stream, level, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    QByteArray packed(
        static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(plain.size()))) + 64, '\0');
    QByteArray input = plain;
    stream.next_in = reinterpret_cast<Bytef *>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

Headers coding(const QByteArray &value)
{
    Headers headers;
    if (!value.isEmpty())
        headers.add("content-encoding", value);
    return headers;
}

QByteArray lines(int count)
{
    QByteArray text;
    for (int i = 0; i < count; ++i)
        text += R"({"resourceType":"Observation","id":")" + QByteArray::number(i * 7919) + "\"}\n";
    return text;
}

const QByteArray kPlain = lines(2000);

} // namespace

/// BD-136 to BD-138, F-020, F-072, F-073, QT-02, QT-03.
class TestContentDecoder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void undoes_what_the_header_says_data();
    void undoes_what_the_header_says();
    void names_what_is_wrong_data();
    void names_what_is_wrong();
    void does_not_care_where_the_bytes_are_cut();
    void refuses_codings_nobody_asked_for_data();
    void refuses_codings_nobody_asked_for();
    void legal_repetition_passes_and_a_bomb_does_not();
    void stops_at_the_largest_size();
    void an_error_of_the_sink_ends_it();
};

void TestContentDecoder::undoes_what_the_header_says_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("body");
    const QByteArray packed = gzip(kPlain);
    QTest::newRow("plain") << QByteArray() << kPlain;
    QTest::newRow("identity") << QByteArray("identity") << kPlain;
    QTest::newRow("BD-136 gzip") << QByteArray("gzip") << packed;
    QTest::newRow("BD-136 x-gzip") << QByteArray("x-gzip") << packed;
    QTest::newRow("BD-136 upper case") << QByteArray("GZip") << packed;
    QTest::newRow("BD-136 twice") << QByteArray("gzip, gzip") << gzip(packed);
    QTest::newRow("BD-136 with identity") << QByteArray("identity, gzip") << packed;
    QTest::newRow("BD-137 two members")
        << QByteArray("gzip") << gzip(kPlain.left(700)) + gzip(kPlain.mid(700));
    QTest::newRow("BD-137 empty member first") << QByteArray("gzip") << gzip("") + packed;
    QTest::newRow("BD-138 not announced") << QByteArray() << packed;
    QTest::newRow("F-072 announced once, packed twice") << QByteArray("gzip") << gzip(packed);
}

void TestContentDecoder::undoes_what_the_header_says()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, body);
    const auto decoded = decodeBody(coding(header), body);
    QVERIFY2(decoded, decoded ? "" : qPrintable(decoded.error().what));
    QCOMPARE(*decoded, kPlain);
}

void TestContentDecoder::names_what_is_wrong_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("words");
    const QByteArray packed = gzip(kPlain);
    QByteArray badCrc = packed;
    badCrc[packed.size() - 8] = static_cast<char>(badCrc.at(packed.size() - 8) ^ 1);
    QByteArray badLength = packed;
    badLength[packed.size() - 1] = static_cast<char>(badLength.at(packed.size() - 1) ^ 1);
    QByteArray badMiddle = packed;
    for (qsizetype i = 100; i < 140; ++i)
        badMiddle[i] = '\xff';
    QTest::newRow("QT-03 cut by 8 bytes: no trailer") << packed.chopped(8) << QStringLiteral("too early");
    QTest::newRow("QT-03 cut by 1 byte") << packed.chopped(1) << QStringLiteral("too early");
    QTest::newRow("cut in the middle") << packed.left(packed.size() / 2) << QStringLiteral("too early");
    QTest::newRow("cut in the header") << packed.left(5) << QStringLiteral("too early");
    QTest::newRow("second member cut") << packed + gzip("more").chopped(3) << QStringLiteral("too early");
    QTest::newRow("bad checksum") << badCrc << QStringLiteral("checksum");
    QTest::newRow("bad length") << badLength << QStringLiteral("checksum");
    QTest::newRow("damaged") << badMiddle << QString();
    QTest::newRow("junk behind it") << packed + "junk" << QStringLiteral("follows");
    QTest::newRow("not gzip at all") << kPlain << QStringLiteral("but it is not");
}

void TestContentDecoder::names_what_is_wrong() // BD-137, F-072
{
    QFETCH(QByteArray, body);
    QFETCH(QString, words);
    const auto decoded = decodeBody(coding("gzip"), body);
    QVERIFY(!decoded);
    QCOMPARE(decoded.error().code, ErrorCode::ProtocolMismatch);
    QVERIFY2(decoded.error().what.contains(words), qPrintable(decoded.error().what));
}

void TestContentDecoder::does_not_care_where_the_bytes_are_cut()
{
    const QByteArray body = gzip(kPlain.left(100)) + gzip(kPlain.mid(100));
    for (const qsizetype piece : {1, 2, 3, 7, 100, 4096}) {
        QByteArray out;
        ContentDecoder decoder(0, [&out](QByteArrayView bytes) -> Result<> {
            out.append(bytes.data(), bytes.size());
            return {};
        });
        for (qsizetype i = 0; i < body.size(); i += piece)
            QVERIFY(decoder.add(QByteArrayView(body).sliced(i, std::min(piece, body.size() - i))));
        QVERIFY(decoder.finish());
        QCOMPARE(out, kPlain);
        QVERIFY(decoder.sniffedGzip());
        QCOMPARE(decoder.received(), std::int64_t{body.size()});
        QCOMPARE(decoder.decoded(), std::int64_t{kPlain.size()});
    }
    for (const QByteArray &small : {QByteArray(), QByteArray("\x1f"), QByteArray("{")})
        QCOMPARE(decodeBody({}, small).value_or("failed"), small);
    QCOMPARE(
        decodeBody(coding("gzip"), "").value_or("failed"), QByteArray()); // an empty body is an empty body
}

void TestContentDecoder::refuses_codings_nobody_asked_for_data()
{
    QTest::addColumn<QByteArray>("header");
    for (const char *name : {"br", "deflate", "zstd", "gzip, br", "gzip, gzip, gzip", "x-unknown"})
        QTest::newRow(name) << QByteArray(name);
}

void TestContentDecoder::refuses_codings_nobody_asked_for()
{
    QFETCH(QByteArray, header);
    const auto layers = gzipLayers(coding(header));
    QVERIFY(!layers);
    QCOMPARE(layers.error().code, ErrorCode::ProtocolMismatch);
}

void TestContentDecoder::legal_repetition_passes_and_a_bomb_does_not() // QT-02, F-073
{
    QByteArray repeated; // about 55:1, which Qt's own guard kills
    while (repeated.size() < 24 << 20)
        repeated += kPlain.left(20 * 1024) + QByteArray::number(repeated.size());
    const QByteArray packed = gzip(repeated);
    const auto decoded = decodeBody(coding("gzip"), packed);
    QVERIFY2(decoded, decoded ? "" : qPrintable(decoded.error().what));
    QVERIFY(*decoded == repeated);
    QVERIFY2(repeated.size() / packed.size() > 40, "the sample should be beyond Qt's guard");

    const QByteArray bomb = gzip(QByteArray(24 << 20, '\0'));
    const auto exploded = decodeBody(coding("gzip"), bomb);
    QVERIFY(!exploded);
    QVERIFY(exploded.error().what.contains(QStringLiteral("bomb")));
    QVERIFY(!decodeBody(coding("gzip, gzip"), gzip(bomb)));
    QVERIFY(!decodeBody(coding("gzip"), gzip(bomb))); // the inner layer is found and guarded too
}

void TestContentDecoder::stops_at_the_largest_size()
{
    DecodeLimits limits;
    limits.maxDecodedBytes = 1000;
    QVERIFY(decodeBody({}, QByteArray(1000, 'x'), limits));
    QVERIFY(!decodeBody({}, QByteArray(1001, 'x'), limits));
    QVERIFY(!decodeBody(coding("gzip"), gzip(QByteArray(1001, 'x')), limits));
}

void TestContentDecoder::an_error_of_the_sink_ends_it()
{
    ContentDecoder decoder(
        1, [](QByteArrayView) -> Result<> { return failure(ErrorCode::DiskFull, QStringLiteral("full.")); });
    const auto done = decoder.add(gzip(kPlain));
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::DiskFull);
}

QTEST_APPLESS_MAIN(TestContentDecoder)
#include "tst_content_decoder.moc"
