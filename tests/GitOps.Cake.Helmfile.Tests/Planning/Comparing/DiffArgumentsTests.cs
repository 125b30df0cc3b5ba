using GitOps.Cake.Helmfile.Planning.Comparing;

namespace GitOps.Cake.Helmfile.Tests.Planning.Comparing;

public class DiffArgumentsTests
{
    [Fact]
    public void Words_stand_alone_or_several_in_one_text_with_values_behind_a_blank_or_an_equals_sign()
    {
        var arguments = DiffArguments.Parse(["--three-way-merge --context 5", "--suppress=Secret", "--suppress", "ConfigMap", "--no-hooks=false"]);

        arguments.ThreeWayMerge.ShouldBeTrue();
        arguments.Context.ShouldBe(5);
        arguments.SuppressKinds.ShouldBe(["Secret", "ConfigMap"]);
        arguments.NoHooks.ShouldBeFalse();
    }

    [Fact]
    public void What_helm_template_knows_goes_there() =>
        DiffArguments.Parse(["--set", "a=b", "--enable-dns"]).TemplateWords.ShouldBe(["--set=a=b", "--enable-dns=true"]);

    [Theory]
    [InlineData("--output json", "--output")]
    [InlineData("--show-secrets", "--show-secrets")]
    [InlineData("--frobnicate", "--frobnicate")]
    [InlineData("word", "word")]
    public void A_word_that_is_not_understood_is_refused_by_name(string words, string named) =>
        Should.Throw<GitOpsException>(() => DiffArguments.Parse([words])).Message.ShouldContain($"The word {named} in diffArgs");

    [Theory]
    [InlineData("--context")]
    [InlineData("--context=many")]
    [InlineData("--no-hooks=perhaps")]
    public void A_flag_without_a_fitting_value_is_an_error(string words) =>
        Should.Throw<GitOpsException>(() => DiffArguments.Parse([words])).Message.ShouldContain(words.Split('=')[0]);
}
