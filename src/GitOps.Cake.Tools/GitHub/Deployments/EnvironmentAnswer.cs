namespace GitOps.Cake.GitHub.Deployments;

/// <summary>What is read of an environment as GitHub sends it.</summary>
internal sealed class EnvironmentAnswer
{
    public string? HtmlUrl { get; set; }

    public List<Rule>? ProtectionRules { get; set; }

    public BranchPolicy? DeploymentBranchPolicy { get; set; }

    /// <summary>Something that has to be met before a deployment.</summary>
    public sealed class Rule
    {
        public string Type { get; set; } = "";

        /// <summary>How many minutes it is waited for.</summary>
        public int WaitTimer { get; set; }

        public List<Reviewer>? Reviewers { get; set; }
    }

    /// <summary>Somebody who may approve.</summary>
    public sealed class Reviewer
    {
        public string? Type { get; set; }

        /// <summary>A user or a team.</summary>
        [Octokit.Internal.Parameter(Key = "reviewer")]
        public Author? Who { get; set; }
    }

    /// <summary>Which branches may be deployed.</summary>
    public sealed class BranchPolicy
    {
        public bool ProtectedBranches { get; set; }

        public bool CustomBranchPolicies { get; set; }
    }

    /// <summary>The patterns of branches.</summary>
    public sealed class Patterns
    {
        public List<Pattern> BranchPolicies { get; set; } = [];
    }

    /// <summary>A pattern of branches.</summary>
    public sealed class Pattern
    {
        public string Name { get; set; } = "";

        /// <summary>Whether it is one of branches or of tags.</summary>
        public string? Type { get; set; }
    }

    /// <summary>What Apps have to say before a deployment.</summary>
    public sealed class Customs
    {
        public List<Custom> CustomDeploymentProtectionRules { get; set; } = [];
    }

    /// <summary>An App that has to say yes.</summary>
    public sealed class Custom
    {
        public bool Enabled { get; set; }

        public Author? App { get; set; }
    }

    /// <summary>A branch.</summary>
    public sealed class Branch
    {
        public bool Protected { get; set; }
    }
}
