"""The experiments, their treatments and the regions of the plan in the reader's language."""

from components.language.text import _
from store.soil.experiments import Practice, Series, Treatment

GROUPS = {
    Treatment.MANURE: "more",
    Treatment.TO_GRASSLAND: "more",
    Treatment.TO_WOODLAND: "more",
    Treatment.LEY: "more",
    Treatment.MANURE_STOPPED: "stopped",
    Treatment.FERTILISER: "fertiliser",
    Treatment.GRASSLAND: "kept",
    Treatment.ARABLE: "kept",
    Treatment.NO_INPUT: "kept",
    Treatment.TO_ARABLE: "taken",
    Treatment.BARE_FALLOW: "taken",
}


def treatment(series: Series) -> str:
    """What was done, in a few words."""
    return {
        Practice.MANURE_1843: _("Manure, 35 t a year"),
        Practice.MANURE_1852: _("Manure, 35 t a year"),
        Practice.MANURE_1885: _("Manure since 1885"),
        Practice.MANURE_STOPPED: _("Manure 20 years, then none"),
        Practice.NO_INPUT: _("Nothing added"),
        Practice.NO_NITROGEN: _("P, K, Mg"),
        Practice.FERTILISER: _("Mineral fertiliser"),
        Practice.GRASSLAND: _("Grassland kept"),
        Practice.TO_ARABLE: _("Grassland ploughed"),
        Practice.BARE_FALLOW: _("Ploughed, kept bare"),
        Practice.TO_GRASSLAND: _("Arable sown to grass"),
        Practice.ARABLE: _("Arable kept"),
        Practice.ROOTS: _("Arable with roots"),
        Practice.ROTATION: _("Arable rotation"),
        Practice.GRASS_LEY: _("Grass ley 3 years in 5"),
        Practice.LEGUME_LEY: _("Legume ley 3 years in 5"),
        Practice.WOODLAND: _("Left to become woodland"),
    }[series.practice]


def experiment(series: Series) -> str:
    """The name of the experiment, without what it is about."""
    return series.experiment.partition(" (")[0].removesuffix(" ley-arable")


def whole(series: Series) -> str:
    """Experiment and treatment."""
    return f"{experiment(series)}: {treatment(series)}"


def depth(series: Series) -> str:
    """To which depth, as an axis says it."""
    return series.depth.partition(" (")[0].replace("-", "–")
