// SPDX-License-Identifier: Apache-2.0
#include "sandbox/scope_rules.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace waybill::sandbox {

namespace {

/// eCW: types with .read and .rs (and .c, .u, which a bulk client has no use for).
constexpr std::array<std::string_view, 23> kReadTypes{"Medication", "AllergyIntolerance", "CarePlan",
    "CareTeam", "Condition", "Device", "DiagnosticReport", "DocumentReference", "Encounter", "Goal",
    "Immunization", "Location", "MedicationRequest", "MedicationAdministration", "Observation",
    "Organization", "Patient", "Practitioner", "PractitionerRole", "Procedure", "Provenance", "Group",
    "ChargeItem"};
/// eCW: nine types are published with .r alone.
constexpr std::array<std::string_view, 9> kOnlyR{"Binary", "Claim", "Coverage", "Media", "MedicationDispense",
    "QuestionnaireResponse", "RelatedPerson", "ServiceRequest", "Specimen"};
constexpr std::array<std::string_view, 3> kUserParts{"patient", "user", "system"};

std::vector<std::string> makeEcwScopes()
{
    std::vector<std::string> scopes{
        "openid", "profile", "fhirUser", "offline_access", "launch", "launch/patient"};
    for (const std::string_view context : kUserParts) {
        const std::string prefix = std::string(context) + '/';
        for (const std::string_view type : kReadTypes) {
            for (const std::string_view suffix : {".read", ".rs", ".c", ".u"})
                scopes.push_back(prefix + std::string(type) + std::string(suffix));
            if (type != "ChargeItem")
                scopes.push_back(prefix + std::string(type) + ".r");
        }
        for (const std::string_view type : kOnlyR)
            scopes.push_back(prefix + std::string(type) + ".r");
        scopes.push_back(prefix + "Questionnaire.r");
        scopes.push_back(prefix + "Questionnaire.read");
        scopes.push_back(prefix + "Basic.read");
        scopes.push_back(prefix + "*.r");
    }
    return scopes;
}

/// "system/Patient.rs" -> Patient, rs
bool takeApart(std::string_view scope, std::string_view &type, std::string_view &permission)
{
    constexpr std::string_view kSystem = "system/";
    const std::size_t query = scope.find('?');
    scope = scope.substr(0, query);
    const std::size_t dot = scope.rfind('.');
    if (!scope.starts_with(kSystem) || dot == std::string_view::npos || dot <= kSystem.size())
        return false;
    type = scope.substr(kSystem.size(), dot - kSystem.size());
    permission = scope.substr(dot + 1);
    return true;
}

bool isCruds(std::string_view permission)
{
    std::size_t from = 0;
    constexpr std::string_view kOrder = "cruds";
    for (const char letter : permission) {
        from = kOrder.find(letter, from);
        if (from == std::string_view::npos)
            return false;
        ++from;
    }
    return !permission.empty();
}

} // namespace

const std::vector<std::string> &ecwScopes()
{
    static const std::vector<std::string> kScopes = makeEcwScopes();
    return kScopes;
}

bool isEcwScope(std::string_view scope)
{
    const std::string_view plain = scope.substr(0, scope.find('?'));
    return std::find(ecwScopes().begin(), ecwScopes().end(), plain) != ecwScopes().end();
}

bool isSmartScope(std::string_view scope)
{
    std::string_view type;
    std::string_view permission;
    if (!takeApart(scope, type, permission))
        return false;
    const bool named = type == "*"
        || (std::isupper(static_cast<unsigned char>(type.front())) != 0
            && std::all_of(type.begin(), type.end(), [](unsigned char c) { return std::isalpha(c) != 0; }));
    return named && (permission == "read" || permission == "*" || isCruds(permission));
}

bool allowsReading(const std::vector<std::string> &granted, std::string_view type)
{
    return std::any_of(granted.begin(), granted.end(), [&](const std::string &scope) {
        std::string_view scopeType;
        std::string_view permission;
        if (!takeApart(scope, scopeType, permission) || (scopeType != "*" && scopeType != type))
            return false;
        return permission == "read" || permission == "*" || permission.find('r') != std::string_view::npos;
    });
}

const std::vector<std::string> &ecwTypes()
{
    static const std::vector<std::string> kTypes{"AllergyIntolerance", "Basic", "Binary", "CarePlan",
        "CareTeam", "ChargeItem", "Claim", "Condition", "Coverage", "Device", "DiagnosticReport",
        "DocumentReference", "Encounter", "FamilyMemberHistory", "Goal", "Group", "Immunization", "Location",
        "Media", "Medication", "MedicationAdministration", "MedicationDispense", "MedicationRequest",
        "Observation", "OperationDefinition", "Organization", "Patient", "Practitioner", "PractitionerRole",
        "Procedure", "Provenance", "Questionnaire", "QuestionnaireResponse", "RelatedPerson",
        "ServiceRequest", "Specimen"};
    return kTypes;
}

} // namespace waybill::sandbox
