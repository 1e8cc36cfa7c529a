// SPDX-License-Identifier: Apache-2.0
#include "sandbox/practice_list.h"

#include "sandbox/answers.h"
#include "sandbox/practice.h"
#include "sandbox/synthetic/dice.h"
#include "sandbox/synthetic/json_line.h"
#include "sandbox/synthetic/names.h"

#include <array>
#include <mutex>
#include <set>

namespace waybill::sandbox {

namespace {

constexpr int kListStream = 7000;
constexpr std::string_view kHost = "https://fhir4.eclinicalworks.com/fhir/r4/";
constexpr std::array<std::string_view, 14> kKinds{"Family Practice", "Pediatrics", "Medical Group",
    "Internal Medicine", "Cardiology Associates", "Women's Health", "Urgent Care", "Community Health Center",
    "Dermatology, PC", "Orthopedics &amp; Sports Medicine", "Eye Care", "Primary Care PLLC",
    "Clínica Familiar", "Pain &amp; Spine"};
constexpr std::array<std::string_view, 8> kTestNames{"TEST DO NOT USE", "---TEST---", "test facility",
    "Train_12", "Test_8080_UPGRADE", "Demo Database", "FHIR R4 Prodtest EMR", "z_old DO NOT USE"};

struct ListedPractice {
    std::string code;
    std::string name;
    std::string address;
    const City *city = nullptr;
    int house = 1;
    std::string_view street;
    bool active = true;
    std::int64_t since = 0; ///< day
    int order = 0;
};

/// Usually six letters A to J; now and then something else, since codes are opaque (EC-012).
std::string makeCode(Dice &dice, std::set<std::string> &taken)
{
    for (;;) {
        std::string code;
        const bool odd = dice.chance(1);
        const int length = odd ? dice.between(5, 8) : 6;
        for (int i = 0; i < length; ++i)
            code += odd && dice.chance(20) ? static_cast<char>('0' + dice.below(10))
                                           : static_cast<char>('A' + dice.below(odd ? 26 : 10));
        if (taken.insert(code).second)
            return code;
    }
}

std::string makeName(Dice &dice, const City &city)
{
    if (dice.below(400) == 0)
        return std::string(dice.pick(kTestNames));
    const std::string kind(dice.pick(kKinds));
    switch (dice.below(4)) {
    case 0: return std::string(city.name) + ' ' + kind;
    case 1: return std::string(dice.pick(familyNames())) + ' ' + kind;
    case 2:
        return std::string(dice.pick(familyNames())) + " &amp; " + std::string(dice.pick(familyNames())) + ' '
            + kind;
    default: return std::string(dice.pick(streets())) + ' ' + kind;
    }
}

void writeEndpoint(JsonLine &line, const ListedPractice &practice)
{
    line.object().key("resource").object().key("period").object().key("start").raw("\"");
    appendInstant(
        line.out(), Moment{std::chrono::days{practice.since} + std::chrono::minutes{practice.order % 1440}});
    line.out() += '"';
    line.endObject().field("address", practice.address);
    line.key("payloadType").array().object().field("text", "FHIR R4 facade").endObject().endArray();
    line.field("name", practice.name).field("id", practice.code).key("payloadMimeType").array();
    line.text("application/fhir+json").text("application/json+fhir").text("application/xml+fhir");
    line.text("application/fhir+xml").endArray().key("connectionType");
    line.object().field("system", "http://terminology.hl7.org/CodeSystem/endpoint-connection-type");
    line.field("code", "hl7-fhir-rest").endObject();
    line.field("resourceType", "Endpoint").field("status", practice.active ? "active" : "off").endObject();
    line.field("fullUrl", practice.address + "/Endpoint/" + practice.code).endObject();
}

void writeOrganization(JsonLine &line, const ListedPractice &practice)
{
    const City &city = *practice.city;
    line.object().key("resource").object().key("endpoint").array().object();
    line.field("reference", "Endpoint/" + practice.code)
        .endObject()
        .endArray()
        .key("address")
        .array()
        .object();
    line.key("line")
        .array()
        .text(std::to_string(practice.house) + ' ' + std::string(practice.street))
        .endArray();
    line.field("city", city.name)
        .field("state", city.state)
        .field("postalCode", city.zip)
        .field("country", "US");
    line.endObject().endArray().field("name", practice.name).field("id", practice.code);
    line.field("resourceType", "Organization").endObject();
    line.field("fullUrl", practice.address + "/Organization/" + practice.code).endObject();
}

ListedPractice invent(Dice &dice, std::set<std::string> &codes, int order)
{
    ListedPractice practice;
    practice.city = &dice.pick(cities());
    practice.code = makeCode(dice, codes);
    practice.name = makeName(dice, *practice.city);
    practice.address = std::string(kHost) + practice.code;
    practice.house = dice.between(1, 4999);
    practice.street = dice.pick(streets());
    practice.active = !dice.chance(1);
    practice.since = 18'900 + dice.below(1500); // from autumn 2021 on
    practice.order = order;
    return practice;
}

} // namespace

std::string practiceListBundle(std::uint64_t seed, const std::vector<PracticeAddress> &live)
{
    std::string out;
    out.reserve(std::size_t{18} << 20);
    std::set<std::string> codes;
    for (const PracticeAddress &practice : live)
        codes.insert(practice.code);
    // Bundle has neither type nor total, and pairs share the practice's code as id: eCW's own shape.
    JsonLine line(out);
    line.object().field("resourceType", "Bundle").key("entry").array();
    const int every = kListedPractices / (static_cast<int>(live.size()) + 1);
    for (int i = 0; i < kListedPractices; ++i) {
        Dice dice(hashOf(seed, i, kListStream));
        ListedPractice practice = invent(dice, codes, i);
        const int slot = i / every - 1;
        if (i % every == 0 && slot >= 0 && slot < static_cast<int>(live.size())) {
            const PracticeAddress &real = live[static_cast<std::size_t>(slot)];
            practice.code = real.code;
            practice.name = real.name;
            practice.address = real.base;
            practice.active = true;
        }
        writeEndpoint(line, practice);
        writeOrganization(line, practice);
    }
    line.endArray().endObject();
    return out;
}

struct PracticeList::Document {
    std::once_flag made;
    std::string body;
    std::string etag;
};

PracticeList::PracticeList(std::uint64_t seed, std::vector<PracticeAddress> live)
    : m_seed(seed)
    , m_live(std::move(live))
    , m_document(std::make_shared<Document>())
{
}

void PracticeList::answer(const httplib::Request &request, httplib::Response &response)
{
    std::call_once(m_document->made, [this] {
        m_document->body = practiceListBundle(m_seed, m_live);
        m_document->etag = "W/\"" + std::to_string(std::hash<std::string>{}(m_document->body)) + '"';
    });
    response.set_header("ETag", m_document->etag);
    response.set_header("Cache-Control", "max-age=3600");
    if (request.get_header_value("If-None-Match") == m_document->etag) {
        response.status = 304;
        return;
    }
    answerText(response, 200, m_document->body, kFhirJson);
}

} // namespace waybill::sandbox
