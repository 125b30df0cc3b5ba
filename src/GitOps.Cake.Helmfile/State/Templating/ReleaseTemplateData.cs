using GitOps.Cake.Helmfile.State.Sections;

namespace GitOps.Cake.Helmfile.State.Templating;

/// <summary>What templates of a release see.</summary>
internal sealed class ReleaseTemplateData(HelmfileState state, Section release)
{
    public HelmfileState State => state;

    public Section Release => release;
}
