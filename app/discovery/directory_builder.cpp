// SPDX-License-Identifier: Apache-2.0
#include "discovery/directory_builder.h"

#include "discovery/base_url.h"
#include "discovery/entry_text.h"
#include "discovery/words.h"
#include "http/origin.h"

namespace waybill::discovery {
namespace {

constexpr qsizetype kLookEvery = 1024; // entries between two looks at the stop token

bool isUsable(const QUrl &url)
{
    return url.isValid() && !url.host().isEmpty() && url.userInfo().isEmpty() && http::isAllowedScheme(url);
}

bool hasR4(const QStringList &versions)
{
    return versions.isEmpty() || std::any_of(versions.begin(), versions.end(), [](const QString &version) {
        return version.startsWith(QLatin1Char('4'));
    });
}

EntryFlags hostFlags(const QUrl &url)
{
    switch (ecwHostOf(url)) {
    case EcwHost::Patient: return EntryFlag::PatientHost;
    case EcwHost::None: return http::isLoopback(url) ? EntryFlags() : EntryFlag::OtherHost;
    case EcwHost::Provider:
    case EcwHost::Staging: return {};
    }
    Q_UNREACHABLE();
}

EntryFlags flagsFor(const RawEntry &raw, const QString &name, const QUrl &url)
{
    EntryFlags flags;
    flags.setFlag(EntryFlag::TestLike, looksLikeTest(name));
    flags.setFlag(EntryFlag::Inactive,
        raw.organizationInactive || (!raw.status.isEmpty() && raw.status != QLatin1String("active")));
    flags.setFlag(EntryFlag::NonFhir,
        !raw.connectionType.isEmpty() && raw.connectionType != QLatin1String("hl7-fhir-rest"));
    flags.setFlag(EntryFlag::NonR4, !hasR4(raw.fhirVersions));
    if (isUsable(url))
        flags |= hostFlags(url);
    else
        flags.setFlag(EntryFlag::BadAddress);
    return flags;
}

} // namespace

Failure notAList(const ImportContext &context, const QString &what)
{
    return failure(ErrorCode::ProtocolMismatch, what, context.source,
        Words::tr("Expected a practice list: a FHIR Bundle of Endpoints, a Lantern file, a CSV table with a "
                  "header row, or one FHIR base URL a line."));
}

Failure importStopped(const ImportContext &context)
{
    return failure(ErrorCode::Cancelled, Words::tr("Reading the practice list was stopped."), context.source);
}

DirectoryBuilder::DirectoryBuilder(const ImportContext &context, DirectoryFormat format)
    : m_context(context)
{
    m_directory.format = format;
    m_directory.source = context.source;
    m_directory.importedAt = context.importedAt;
}

QString DirectoryBuilder::shared(const QString &text)
{
    return text.isEmpty() ? QString() : *m_shared.insert(text);
}

bool DirectoryBuilder::stopped() const
{
    return size() % kLookEvery == 0 && m_context.stop.stop_requested();
}

void DirectoryBuilder::add(const RawEntry &raw)
{
    EndpointEntry entry;
    entry.url = raw.url.trimmed();
    const QUrl url(entry.url);
    entry.host = shared(url.host(QUrl::FullyEncoded).toLower());
    entry.code = practiceCodeOf(url);
    if (entry.code.isEmpty())
        entry.code = displayText(raw.code);
    entry.rawName = raw.name;
    entry.name = displayText(raw.name);
    if (entry.name == entry.rawName)
        entry.name = entry.rawName; // one string, not two equal ones
    for (const QString &fallback : {entry.code, entry.host, entry.url}) {
        if (entry.name.isEmpty())
            entry.name = displayText(fallback);
    }
    if (entry.name.isEmpty())
        entry.name = Words::tr("(no name)");
    for (const QString &alias : raw.aliases) {
        const QString shown = displayText(alias);
        if (!shown.isEmpty() && shown.compare(entry.name, Qt::CaseInsensitive) != 0
            && !entry.aliases.contains(shown))
            entry.aliases.append(shown);
    }
    entry.city = shared(displayText(raw.city));
    entry.state = shared(displayText(raw.state));
    entry.postalCode = displayText(raw.postalCode);
    entry.status = shared(raw.status);
    entry.periodStart = raw.periodStart;
    entry.fhirVersion = shared(raw.fhirVersions.join(QLatin1String(", ")));
    entry.flags = flagsFor(raw, entry.name, url);

    if (m_urls.contains(entry.url))
        ++m_repeatedUrls;
    m_urls.insert(entry.url);
    for (const EntryFlag flag : flagsOf(entry.flags))
        ++m_directory.counts[flag];
    if (entry.flags & kHiddenByDefault)
        ++m_directory.hidden;
    m_directory.entries.append(std::move(entry));
}

Result<EndpointDirectory> DirectoryBuilder::finish()
{
    if (m_directory.entries.isEmpty())
        return notAList(m_context, Words::tr("The list holds no practice."));
    if (m_repeatedUrls > 0)
        note(Words::tr("%n row(s) repeat an address that is in the list already.", nullptr,
            static_cast<int>(m_repeatedUrls)));
    m_directory.entries.squeeze();
    return std::move(m_directory);
}

} // namespace waybill::discovery
