using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Needs;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.State;

namespace GitOps.Cake.Helmfile.Tests.Needs;

public sealed class NeedsGraphTests
{
    // app needs api and cache, api needs db; aside is alone.
    private static readonly ImmutableArray<Release> Shop =
        [Of("app", "api", "cache"), Of("api", "db"), Of("cache"), Of("db"), Of("aside")];

    [Fact]
    public void Groups_need_only_earlier_ones_and_keep_the_order_of_the_file() =>
        Text(NeedsGraph.Build(Shop).Groups(Shop)).ShouldBe("cache db aside | api | app");

    [Theory]
    [InlineData("app db", "db | app")]
    [InlineData("app aside", "aside | app")]
    [InlineData("aside", "aside")]
    [InlineData("", "")]
    public void What_is_not_selected_still_keeps_its_dependents_apart(string selected, string groups) =>
        Text(NeedsGraph.Build(Shop).Groups(Selected(selected))).ShouldBe(groups);

    [Fact]
    public void Uninstalling_goes_the_other_way() =>
        Text(NeedsGraph.Build(Shop).ReversedGroups(Shop)).ShouldBe("app | api | cache db aside");

    [Theory]
    [InlineData("db", "api app")]
    [InlineData("cache", "app")]
    [InlineData("app", "")]
    public void Dependents_are_found_through_others(string name, string dependents) =>
        string.Join(' ', NeedsGraph.Build(Shop).DependentsOf(new(name)).Select(id => id.Name).Order()).ShouldBe(dependents);

    [Theory]
    [InlineData("app", "api cache db")]
    [InlineData("db", "")]
    public void Needs_are_found_through_others(string name, string needs) =>
        string.Join(' ', NeedsGraph.Build(Shop).NeedsOf(new(name)).Select(id => id.Name).Order()).ShouldBe(needs);

    [Fact]
    public void A_circle_is_an_error_whose_arrows_lead_to_what_needs()
    {
        ImmutableArray<Release> releases = [Of("free"), Of("a", "b"), Of("b", "c"), Of("c", "a")];

        Should.Throw<StateFileException>(() => NeedsGraph.Build(releases)).Message.ShouldContain("cycle detected among needs: a -> c -> b -> a");
    }

    [Fact]
    public void A_release_cannot_need_itself() =>
        Should.Throw<StateFileException>(() => NeedsGraph.Build([Of("a", "a")])).Message.ShouldContain("a -> a");

    [Theory]
    [InlineData("dp", "did you mean \"db\"?")]
    [InlineData("somewhere/db", "there is db")]
    [InlineData("nothing-like-it", "is it misspelt")]
    public void An_undefined_need_is_an_error_that_helps(string need, string advice)
    {
        var message = Should.Throw<StateFileException>(() => NeedsGraph.Build([Of("app", need), Of("db")])).Message;

        message.ShouldContain($"release \"app\" depends on an undefined release \"{need}\"");
        message.ShouldContain(advice);
    }

    [Fact]
    public void Every_undefined_need_is_told() =>
        Should.Throw<StateFileException>(() => NeedsGraph.Build([Of("a", "x", "y"), Of("b", "z")])).Problems.Length.ShouldBe(3);

    [Fact]
    public void Releases_of_one_id_stand_together()
    {
        ImmutableArray<Release> releases = [Of("a", "b"), Of("b"), Of("b")];

        Text(NeedsGraph.Build(releases).Groups(releases)).ShouldBe("b b | a");
    }

    [Fact]
    public void A_need_that_is_not_wanted_is_a_warning()
    {
        ImmutableArray<Release> releases = [Of("app", "db"), Of("gone", "db") with { Installed = false }, Of("db") with { Installed = false }];

        NeedsCheck.NotInstalled(releases).ShouldHaveSingleItem().ShouldContain("release app needs db, which has installed: false");
    }

    private static Release Of(string name, params string[] needs) => new()
    {
        Id = new(name),
        Position = new("helmfile.yaml", 1),
        Chart = "./c",
        Needs = [.. needs.Select(need => NeedReference.Read(need, new(name)))],
    };

    private static IEnumerable<Release> Selected(string names) => Shop.Where(release => names.Split(' ').Contains(release.Id.Name));

    private static string Text(ImmutableArray<ImmutableArray<Release>> groups) =>
        string.Join(" | ", groups.Select(group => string.Join(' ', group.Select(release => release.Id.Name))));
}
