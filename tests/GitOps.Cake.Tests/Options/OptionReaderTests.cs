using Cake.Core;
using GitOps.Cake.GitHub;
using GitOps.Cake.Options;

namespace GitOps.Cake.Tests.Options;

public class OptionReaderTests
{
    [Fact]
    public void A_path_starts_from_the_callers_folder() => Reader(("file", "a/b.yaml")).Path(LibraryOptions.File).ShouldBe("/caller/a/b.yaml");

    [Fact]
    public void An_option_that_was_not_given_is_null() => Reader().Value(LibraryOptions.File).ShouldBeNull();

    [Theory]
    [InlineData("", true)]
    [InlineData("true", true)]
    [InlineData("False", false)]
    public void A_flag_is_set_alone_or_as_true(string value, bool expected) => Reader(("current-context", value)).Flag(LibraryOptions.CurrentContext).ShouldBe(expected);

    [Fact]
    public void A_flag_with_another_value_is_an_error() =>
        Should.Throw<InvalidSettingsException>(() => Reader(("current-context", "maybe")).Flag(LibraryOptions.CurrentContext)).Message.ShouldContain("--current-context");

    [Fact]
    public void An_option_without_its_value_is_an_error() =>
        Should.Throw<InvalidSettingsException>(() => Reader(("file", "")).Value(LibraryOptions.File)).Message.ShouldContain("--file=VALUE");

    [Fact]
    public void An_option_that_takes_one_value_cannot_be_given_twice() =>
        Should.Throw<InvalidSettingsException>(() => Reader(("file", "a"), ("file", "b")).Value(LibraryOptions.File)).Message.ShouldContain("2 times");

    [Fact]
    public void An_option_may_be_repeated_where_that_makes_sense() =>
        Reader(("selector", "a=b"), ("selector", "c=d")).Values(LibraryOptions.Selector).ShouldBe(["a=b", "c=d"]);

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("many")]
    public void A_count_is_a_whole_number_from_one(string value) =>
        Should.Throw<InvalidSettingsException>(() => Reader(("concurrency", value)).Count(LibraryOptions.Concurrency)).Message.ShouldContain(value);

    [Fact]
    public void A_choice_is_read_in_any_case() => Reader(("state", "SUCCESS")).Choice<CommitState>(LibraryOptions.State).ShouldBe(CommitState.Success);

    [Theory]
    [InlineData("green")]
    [InlineData("1")]
    public void A_word_that_is_no_choice_is_an_error_that_lists_them(string value) =>
        Should.Throw<InvalidSettingsException>(() => Reader(("state", value)).Choice<CommitState>(LibraryOptions.State)).Message.ShouldContain("pending, success, failure, error");

    private static OptionReader Reader(params (string Name, string Value)[] given) =>
        new(new CakeArguments(given.ToLookup(entry => entry.Name, entry => entry.Value)), "/caller");
}
