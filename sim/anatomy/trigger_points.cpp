#include "sim/anatomy/trigger_points.hpp"

#include <array>

namespace tactus::anatomy {
namespace {

using M = Muscle;

/// Facts 4.3, one row a point (rows that name several points there are several here). Depths of the male.
constexpr std::array point_sites{
    TriggerPointSite{"UT1", "upper trapezius, free border", M::trapezius_upper, .48F, .03F, .006F, .010F, 165,
                     "posterolateral neck, mastoid, temple, behind the eye, angle of the jaw",
                     "pincer 20-30 N, 30-60 s; no contact with the anterior triangle"},
    TriggerPointSite{"UT2", "upper trapezius, posterior", M::trapezius_upper, .45F, .08F, .008F, .012F, -10,
                     "mastoid, occiput; beside UT1", "flat thumb onto supraspinatus"},
    TriggerPointSite{"LT3", "lower trapezius", M::trapezius_lower, .34F, .30F, .004F, .006F, 55,
                     "suprascapular region, posterior neck, mastoid, ache at the acromion",
                     "flat over the rib, 15-25 N"},
    TriggerPointSite{"LT4", "lower trapezius, insertion", M::trapezius_lower, .36F, .15F, .005F, .005F, 55,
                     "burning along the medial border", "often a satellite: treat LT3 first"},
    TriggerPointSite{"MT5", "middle trapezius", M::trapezius_middle, .30F, .15F, .005F, .008F, 0,
                     "superficial burning between the point and the spines of C7-T3",
                     "strip toward the spine"},
    TriggerPointSite{"MT6", "middle trapezius, acromial", M::trapezius_middle, .85F, .13F, .006F, .006F, 0,
                     "top of the shoulder, acromion", "light: a bony bed"},
    TriggerPointSite{"LS1", "levator scapulae, lower", M::levator_scapulae, .33F, .07F, .012F, .018F, 100,
                     "angle of the neck, medial border of the scapula, stiff neck",
                     "thumb down and lateral, head rotated away"},
    TriggerPointSite{"LS2", "levator scapulae, upper", M::levator_scapulae, .22F, -.06F, .010F, .015F, 100,
                     "angle of the neck, medial border of the scapula, stiff neck",
                     "avoid the tips of the transverse processes and nerve roots"},
    TriggerPointSite{"RH1", "rhomboid minor", M::rhomboid_major, .28F, .15F, .010F, .014F, -45,
                     "along the medial border, supraspinous fossa", "cross-fibre, then 20-35 N"},
    TriggerPointSite{"RH2", "rhomboid major, upper", M::rhomboid_major, .28F, .21F, .010F, .014F, -45,
                     "along the medial border, supraspinous fossa", "cross-fibre, then 20-35 N"},
    TriggerPointSite{"RH3", "rhomboid major, lower", M::rhomboid_major, .28F, .30F, .010F, .014F, -45,
                     "along the medial border, supraspinous fossa", "cross-fibre, then 20-35 N"},
    TriggerPointSite{"SPS", "serratus posterior superior", M::rhomboid_major, .40F, .11F, .015F, .020F, -35,
                     "deep under the upper scapula, posterior arm, little finger",
                     "needs protraction of the scapula"},
    TriggerPointSite{"SS", "supraspinatus", M::trapezius_upper, .55F, .08F, .015F, .020F, 0,
                     "deltoid, lateral elbow", "through the trapezius"},
    TriggerPointSite{"IS1", "infraspinatus, medial", M::infraspinatus, .45F, .20F, .008F, .014F, 15,
                     "deep anterior shoulder, down the arm, radial hand", "flat on bone, 25-40 N"},
    TriggerPointSite{"IS2", "infraspinatus, middle", M::infraspinatus, .55F, .20F, .008F, .014F, 15,
                     "deep anterior shoulder, down the arm, radial hand", "flat on bone, 25-40 N"},
    TriggerPointSite{"TMi", "teres minor", M::teres_minor, .65F, .26F, .010F, .015F, 40, "posterior deltoid",
                     "avoid the axillary bundle"},
    TriggerPointSite{"TMa", "teres major", M::teres_major, .62F, .33F, .010F, .015F, 50, "posterior deltoid",
                     "avoid the axillary bundle"},
    TriggerPointSite{"LD", "latissimus dorsi", M::latissimus_dorsi, .70F, .40F, .008F, .012F, 60,
                     "inferior angle, ulnar arm", "pincer"},
    TriggerPointSite{"SA", "serratus anterior", M::latissimus_dorsi, .95F, .42F, .005F, .008F, 20,
                     "side of the chest, inner scapula", "light on the ribs"},
    TriggerPointSite{"IT-T6", "iliocostalis thoracis, T6", M::erector_spinae, .22F, .30F, .012F, .016F, 90,
                     "medial inferior scapula, anterior chest (mimics the heart)",
                     "stripping and hold; ask for red flags"},
    TriggerPointSite{"IT-T11", "iliocostalis thoracis, T11", M::erector_spinae, .25F, .59F, .015F, .020F, 90,
                     "up to the scapula, abdomen (mimics kidney and viscera)",
                     "over the kidney box: at most 25 N, angled medially"},
    TriggerPointSite{"IL-L1", "iliocostalis lumborum", M::erector_spinae, .27F, .74F, .020F, .028F, 92,
                     "mid-buttock", "forearm strip"},
    TriggerPointSite{"LO-T10", "longissimus thoracis, T10-T11", M::erector_spinae, .15F, .56F, .015F, .025F,
                     88, "low buttock, sacroiliac region", "along the fibre"},
    TriggerPointSite{"LO-L1", "longissimus thoracis, L1", M::erector_spinae, .15F, .74F, .015F, .025F, 88,
                     "low buttock, sacroiliac region", "along the fibre"},
    TriggerPointSite{"MU-T4/5", "multifidi and rotatores, thoracic", M::erector_spinae, .06F, .22F, .020F,
                     .028F, 75, "local midline, spinous process tender to a tap",
                     "thumb in the groove, lateral to the spinous process"},
    TriggerPointSite{"MU-L2", "multifidus, lumbar", M::erector_spinae, .10F, .82F, .025F, .035F, 75,
                     "abdomen", "elbow with care, 30-60 N"},
    TriggerPointSite{"MU-S1", "multifidus, sacral", M::erector_spinae, .12F, 1.17F, .025F, .035F, 75,
                     "coccyx, posterior thigh, flank", "elbow with care, 30-60 N"},
    TriggerPointSite{"SPI", "serratus posterior inferior", M::latissimus_dorsi, .45F, .66F, .008F, .012F, 150,
                     "nagging over the lower ribs", "ribs: at most 25 N"},
    TriggerPointSite{"QL-s1", "quadratus lumborum, cranial superficial", M::thoracolumbar_fascia, .42F, .84F,
                     .035F, .050F, 90, "iliac crest, groin, lower lateral abdomen",
                     "best in side-lying; not on the rib tip or the kidney"},
    TriggerPointSite{"QL-s2", "quadratus lumborum, caudal superficial", M::thoracolumbar_fascia, .42F, .98F,
                     .030F, .045F, 90, "greater trochanter, lateral thigh", "thumb medial and down, 20-35 N"},
    TriggerPointSite{"QL-d1", "quadratus lumborum, cranial deep", M::thoracolumbar_fascia, .30F, .91F, .045F,
                     .060F, 75, "sacroiliac joint", "reach under the border of the erector"},
    TriggerPointSite{"QL-d2", "quadratus lumborum, caudal deep", M::thoracolumbar_fascia, .30F, 1.04F, .045F,
                     .060F, 75, "lower buttock", ""},
    TriggerPointSite{"GMx", "gluteus maximus", M::gluteus_maximus, .25F, 1.20F, .020F, .035F, -35,
                     "sacroiliac joint, sacrum, buttock, low back", "elbow 50-90 N"},
    TriggerPointSite{"GMd1", "gluteus medius", M::gluteus_medius, .42F, 1.08F, .020F, .035F, -60,
                     "sacroiliac joint, sacrum, buttock, low back", "elbow 50-90 N"},
    TriggerPointSite{"SO", "suboccipitals and splenius", M::trapezius_upper, .12F, -.24F, .012F, .020F, 110,
                     "occiput to eye", "fingertips alone; vertebral artery"},
};

} // namespace

std::span<const TriggerPointSite> trigger_point_sites() { return point_sites; }

const TriggerPointSite* trigger_point_site(std::string_view id) {
    for (const TriggerPointSite& site : point_sites) {
        if (site.id == id) {
            return &site;
        }
    }
    return nullptr;
}

} // namespace tactus::anatomy
