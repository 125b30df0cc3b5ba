using GitOps.Cake.Options;
using GitOps.Cake.Policies;

namespace GitOps.Cake.Pipelines;

/// <summary>The policy that the command line names.</summary>
internal static class PipelinePolicy
{
    private enum Word
    {
        None,
        Careful,
    }

    public static PlanPolicy Of(OptionReader options) => options.ChoiceOrNull<Word>(LibraryOptions.Policy) == Word.Careful ? PlanPolicy.Careful : PlanPolicy.None;
}
