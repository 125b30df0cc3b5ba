using GitOps.Cake.Helmfile;
using GitOps.Cake.Scopes;

namespace GitOps.Cake.Tests.Scopes;

/// <summary>A name of a scope keys what is reported of it.</summary>
public class NamingScopes
{
    [Theory]
    [InlineData("web", "db", false)]
    [InlineData("web", "web", true)]
    [InlineData("Web", "web", true)]
    public void Two_that_GitHub_would_take_for_one_are_refused(string one, string other, bool refused)
    {
        HelmfileScope[] scopes = [new() { Name = one }, new() { Name = other }];
        if (!refused)
            ScopeChoice.Of(scopes, [], "/").Length.ShouldBe(2);
        else
            Should.Throw<InvalidSettingsException>(() => ScopeChoice.Of(scopes, [], "/")).Message.ShouldContain("give each a Name of its own");
    }
}
