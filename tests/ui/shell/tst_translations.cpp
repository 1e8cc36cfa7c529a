// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

/// The shipped languages are complete: every text of the sources is there, finished, with the same arguments.
namespace {

const int kNamed = 40;
const QString kHowToMend =
    QStringLiteral("\nTo mend: cmake --build --preset dev --target update_translations"
                   "\nthen write the German of these texts in translations/waybill_de.ts: give each"
                   "\n<translation type=\"unfinished\"> its text and take the type away (plurals in "
                   "waybill_en.ts likewise).");
const QString kLostContext = QStringLiteral(
    "\nlupdate could not tell the class whose tr() this is, so the text would never be found: say"
    "\n\"using some::Words;\" instead of \"using Words = SomeWords;\".");

struct Message {
    QString context;
    QString source;
    QStringList forms;
    bool finished = true;
};

QString translationsFolder()
{
    return QStringLiteral(WAYBILL_SOURCE_DIR "/translations");
}

void readTranslation(QXmlStreamReader &xml, Message &message)
{
    message.finished = xml.attributes().value(QLatin1String("type")).isEmpty();
    QString text;
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::Characters)
            text += xml.text();
        else if (token == QXmlStreamReader::StartElement && xml.name() == QLatin1String("numerusform"))
            message.forms.append(xml.readElementText());
        else if (token == QXmlStreamReader::EndElement && xml.name() == QLatin1String("translation"))
            break;
    }
    if (message.forms.isEmpty())
        message.forms.append(text);
}

QList<Message> read(const QString &path)
{
    QFile file(path);
    QList<Message> messages;
    if (!file.open(QIODevice::ReadOnly))
        return messages;
    QXmlStreamReader xml(&file);
    QString context;
    Message message;
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::EndElement && xml.name() == QLatin1String("message"))
            messages.append(message);
        if (token != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name"))
            context = xml.readElementText();
        else if (xml.name() == QLatin1String("message"))
            message = {context, {}, {}, true};
        else if (xml.name() == QLatin1String("source"))
            message.source = xml.readElementText();
        else if (xml.name() == QLatin1String("translation"))
            readTranslation(xml, message);
    }
    return messages;
}

QStringList arguments(const QString &text)
{
    static const QRegularExpression argument(QStringLiteral("%[1-9n]"));
    QStringList found;
    auto matches = argument.globalMatch(text);
    while (matches.hasNext())
        found.append(matches.next().captured());
    found.sort();
    return found;
}

/// A mnemonic, but not the escaped && and not the entity &amp; that some messages talk about.
bool hasMnemonic(QString text)
{
    return text.remove(QStringLiteral("&&"))
        .remove(QStringLiteral("&amp;"))
        .remove(QStringLiteral("& "))
        .remove(QStringLiteral("&."))
        .contains(QLatin1Char('&'));
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyTextIsTranslatedWithItsArguments()
    {
        const auto messages = read(translationsFolder() + QStringLiteral("/waybill_de.ts"));
        QVERIFY(messages.size() > 1000);
        for (const Message &message : messages) {
            QVERIFY2(message.finished, qPrintable(message.source + kHowToMend));
            QVERIFY2(!message.context.isEmpty(), qPrintable(message.source + kLostContext));
            for (const QString &form : message.forms) {
                QVERIFY2(!form.isEmpty(), qPrintable(message.source));
                QVERIFY2(arguments(form) == arguments(message.source), qPrintable(message.source));
                QVERIFY2(hasMnemonic(form) == hasMnemonic(message.source), qPrintable(message.source));
            }
        }
    }

    void englishPluralsAreWords()
    {
        const auto messages = read(translationsFolder() + QStringLiteral("/waybill_en.ts"));
        QVERIFY(messages.size() > 20);
        for (const Message &message : messages) {
            QCOMPARE(message.forms.size(), 2);
            for (const QString &form : message.forms)
                QVERIFY2(!form.isEmpty() && !form.contains(QLatin1String("(s)")), qPrintable(form));
        }
    }

    void noTextOfTheSourcesIsMissing_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QStringList>("options");
        QTest::newRow("German") << QStringLiteral("waybill_de.ts") << QStringList();
        QTest::newRow("English plurals")
            << QStringLiteral("waybill_en.ts") << QStringList{QStringLiteral("-pluralonly")};
    }

    void noTextOfTheSourcesIsMissing()
    {
        QFETCH(QString, file);
        QFETCH(QStringList, options);
        const QTemporaryDir folder;
        const QString copy = folder.filePath(file);
        QVERIFY(QFile::copy(translationsFolder() + QLatin1Char('/') + file, copy));
        QProcess lupdate;
        const QString root = QStringLiteral(WAYBILL_SOURCE_DIR);
        lupdate.start(QStringLiteral(WAYBILL_LUPDATE),
            options
                + QStringList{QStringLiteral("-silent"), QStringLiteral("-no-obsolete"),
                    QStringLiteral("-locations"), QStringLiteral("none"), QStringLiteral("-I"),
                    root + QStringLiteral("/app"), QStringLiteral("-I"), root + QStringLiteral("/ui"),
                    root + QStringLiteral("/app"), root + QStringLiteral("/ui"), QStringLiteral("-ts"),
                    copy});
        QVERIFY(lupdate.waitForFinished(60'000));
        QCOMPARE(lupdate.exitCode(), 0);
        QStringList missing;
        for (const Message &message : read(copy)) {
            if (!message.finished)
                missing.append(QStringLiteral("%1: %2").arg(message.context, message.source));
        }
        QVERIFY2(missing.isEmpty(), qPrintable(missing.mid(0, kNamed).join(QLatin1Char('\n')) + kHowToMend));
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
