namespace GitOps.Cake.GitHub.Deployments;

/// <summary>What is read of a deployment as GitHub sends it.</summary>
internal sealed class DeploymentAnswer
{
    public long Id { get; set; }

    public string? Sha { get; set; }

    public string? Description { get; set; }

    public string? State { get; set; }

    public Author? Creator { get; set; }
}
