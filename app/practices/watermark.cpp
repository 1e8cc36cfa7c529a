// SPDX-License-Identifier: Apache-2.0
#include "practices/watermark.h"

namespace waybill::practices {

WatermarkKey watermarkKey(const QUrl &fhirBaseUrl, Level level, const QString &group)
{
    QUrl url = fhirBaseUrl.adjusted(
        QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo | QUrl::StripTrailingSlash);
    url.setScheme(url.scheme().toLower());
    url.setHost(url.host(QUrl::FullyEncoded).toLower());
    const int usual = url.scheme() == QLatin1String("https") ? 443 : 80;
    if (url.port() == usual)
        url.setPort(-1);
    switch (level) {
    case Level::Group: return {url.toString(QUrl::FullyEncoded), group};
    // No Group's value can begin with a slash (BD-008).
    case Level::Patient: return {url.toString(QUrl::FullyEncoded), QStringLiteral("/patient")};
    case Level::System: return {url.toString(QUrl::FullyEncoded), QStringLiteral("/system")};
    }
    Q_UNREACHABLE();
}

WatermarkKey watermarkKey(const Profile &profile)
{
    return watermarkKey(profile.fhirBaseUrl, profile.level, profile.group.value);
}

} // namespace waybill::practices
