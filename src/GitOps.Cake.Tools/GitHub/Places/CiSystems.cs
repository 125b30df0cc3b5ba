using GitOps.Cake.GitHub.Places.Systems;

namespace GitOps.Cake.GitHub.Places;

/// <summary>The CI systems that are recognised, by their variables or files.</summary>
internal static class CiSystems
{
    // Systems that run inside others (Argo's pods) or set variables of others (Woodpecker some of Drone's) come where they do no harm.
    private static readonly Func<CiVariables, PlaceFacts?>[] Readers =
    [
        GitHubActions.Read, GitLab.Read, AzurePipelines.Read, Jenkins.Read, CircleCi.Read, TeamCity.Read, Bitbucket.Read, Buildkite.Read,
        Travis.Read, AppVeyor.Read, Woodpecker.Read, Drone.Read, ArgoWorkflows.Read,
    ];

    /// <summary>What the CI system tells; null where none is recognised.</summary>
    public static PlaceFacts? Read(CiVariables variables, string workspace) =>
        Readers.Select(read => read(variables)).FirstOrDefault(facts => facts is not null) ?? Concourse.Read(workspace);
}
