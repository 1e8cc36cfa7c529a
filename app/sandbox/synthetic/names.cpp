// SPDX-License-Identifier: Apache-2.0
#include "sandbox/synthetic/names.h"

#include <array>

namespace waybill::sandbox {

namespace {

constexpr std::array<std::string_view, 40> kFemale{"Mary", "Zoë", "María", "Linda", "Aïcha", "Nguyệt",
    "Susan", "Jessica", "Małgorzata", "Karen", "Lisa", "Siobhán", "Betty", "Inés", "Ashley", "Kimberly",
    "Emily", "Dorotėja", "Michelle", "Carol", "李娜", "مريم", "Melissa", "Renée", "Stephanie", "Rebecca",
    "Åsa", "Laura", "Cynthia", "Xochitl", "Kathleen", "Amy", "Angela", "Chloë", "Anna", "Brenda", "Pamela",
    "Emma", "Ὀλυμπία", "Priya"};
constexpr std::array<std::string_view, 40> kMale{"James", "José", "Łukasz", "John", "Michael", "David",
    "Björn", "Richard", "Jesús", "Thomas", "Charles", "Đức", "Daniel", "Matthew", "André", "Mark", "Donald",
    "Seán", "Paul", "Andrew", "王伟", "محمد", "Kenneth", "Kevin", "Brian", "George", "Søren", "Ronald",
    "Edward", "Jason", "Jeffrey", "Ryan", "Jacob", "Raúl", "Nicholas", "Eric", "Jonathan", "Дмитрий",
    "Justin", "Arjun"};
constexpr std::array<std::string_view, 60> kFamily{"Smith", "Johnson", "Castañer", "Williams", "Nguyễn",
    "Brown", "Jones", "García", "Miller", "Davis", "Rodríguez", "Martínez", "Hernández", "O'Brien", "López",
    "Wiśniewski", "Wilson", "Anderson", "Müller", "Thomas", "Taylor", "Moore", "Jackson", "Martin", "Lee",
    "李", "Pérez", "Thompson", "White", "Harris", "Sánchez", "Clark", "Ramírez", "Lewis", "Robinson", "حسن",
    "Walker", "Young", "Allen", "King", "Wright", "D’Angelo", "Scott", "Torres", "Strømberg", "Hill",
    "Flores", "Green", "Adams", "Nelson", "Baker", "Hall", "Rivera", "Campbell", "Mitchell", "Ivanović",
    "Carter", "Roberts", "Smith-Jørgensen", "Patel"};
constexpr std::array<std::string_view, 16> kStreets{"Maple Avenue", "Oak Street", "2nd Street",
    "Washington Boulevard", "Park Lane", "Elm Street", "Lake Drive", "Hiawatha Avenue", "Barclay Circle",
    "Hart Road", "Main Street", "Cedar Court", "Calle Ocho", "Sunset Terrace", "County Road 12",
    "Lincoln Highway"};
constexpr std::array<City, 24> kCities{{{"Minneapolis", "MN", "55406", "612"},
    {"Rochester Hills", "MI", "48307", "248"}, {"Barrington", "IL", "60010", "847"},
    {"Worcester", "MA", "01608", "508"}, {"Springfield", "MO", "65806", "417"},
    {"San José", "CA", "95112", "408"}, {"Cañon City", "CO", "81212", "719"},
    {"Austin", "TX", "78701", "512"}, {"Mayagüez", "PR", "00680", "787"}, {"Savannah", "GA", "31401", "912"},
    {"Tucson", "AZ", "85701", "520"}, {"Buffalo", "NY", "14202", "716"}, {"Erie", "PA", "16501", "814"},
    {"Boise", "ID", "83702", "208"}, {"Española", "NM", "87532", "505"}, {"Fargo", "ND", "58102", "701"},
    {"Lexington", "KY", "40507", "859"}, {"Norfolk", "VA", "23510", "757"},
    {"Portland", "ME", "04101", "207"}, {"Eugene", "OR", "97401", "541"}, {"Dayton", "OH", "45402", "937"},
    {"Mobile", "AL", "36602", "251"}, {"Hilo", "HI", "96720", "808"}, {"Westborough", "MA", "01581", "508"}}};

} // namespace

std::span<const std::string_view> femaleNames()
{
    return kFemale;
}
std::span<const std::string_view> maleNames()
{
    return kMale;
}
std::span<const std::string_view> familyNames()
{
    return kFamily;
}
std::span<const std::string_view> streets()
{
    return kStreets;
}
std::span<const City> cities()
{
    return kCities;
}

} // namespace waybill::sandbox
