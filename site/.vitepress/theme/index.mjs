// fonts of the reader's machine: nothing is loaded from the net
import theme from "vitepress/theme-without-fonts";
import "./site.css";

export default theme;
